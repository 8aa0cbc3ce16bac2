import CKernels

/// The version of the kernels that networks of this process run on.
public struct KernelSet {
  let kernels: UnsafePointer<ck_kernels>

  /// The fastest that the processor runs, or the one that `RIDGELINE_KERNELS` names.
  public static var selected: KernelSet { KernelSet(kernels: ck_kernels_selected()) }

  /// Its name as in `RIDGELINE_KERNELS`: `naive`, `baseline`, `avx2` or `avx512`.
  public var name: String {
    switch kernels.pointee.level {
    case CK_NAIVE: "naive"
    case CK_AVX2: "avx2"
    case CK_AVX512: "avx512"
    default: "baseline"
    }
  }
}
