import CKernels

/// The versions of the kernels that this machine runs, besides the naive ones.
struct KernelLevel: CustomStringConvertible, Sendable {
  let level: ck_level
  let description: String

  static let all = [
    KernelLevel(level: CK_BASELINE, description: "baseline"),
    KernelLevel(level: CK_AVX2, description: "avx2"),
    KernelLevel(level: CK_AVX512, description: "avx512"),
  ].filter { ck_kernels_of_level($0.level) != nil }

  var kernels: ck_kernels { KernelLevel.kernels(level) }

  static var naive: ck_kernels { kernels(CK_NAIVE) }

  private static func kernels(_ level: ck_level) -> ck_kernels {
    guard let table = ck_kernels_of_level(level) else { preconditionFailure("no such level") }
    return table.pointee
  }
}

/// The sizes at which vector loops go wrong.
let oddSizes = [1, 2, 3, 7, 8, 9, 15, 16, 17, 63, 64, 65, 257]
