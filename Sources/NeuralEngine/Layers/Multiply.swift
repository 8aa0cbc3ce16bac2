import CKernels
import COpenBLAS

/// The right side of a product, or its result: row-major, rows padded.
struct RowMajor<Pointer> {
  let start: Pointer
  let stride: Int
}

/// The left side of a product, a row-major matrix or the transpose of one.
struct LeftFactor {
  let start: UnsafePointer<Float>
  let stride: Int
  var isTransposed = false
}

extension ck_kernels {
  /// From this many multiplications on OpenBLAS takes over, on the calling thread: training shares
  /// its rows out between threads itself.
  ///
  /// Below it the register-blocked kernel is as fast.
  private static let largeProduct = 1 << 25

  /// Writes `left` [rows, depth] times `right` [depth, columns] to `result`, optionally with a bias
  /// added to every row and through a ReLU.
  func multiply(
    rows: Int, columns: Int, depth: Int, _ left: LeftFactor,
    _ right: RowMajor<UnsafePointer<Float>>, into result: RowMajor<UnsafeMutablePointer<Float>>,
    bias: UnsafePointer<Float>? = nil, relu isRectified: Bool = false
  ) {
    if rows * columns * depth < ck_kernels.largeProduct || level == CK_NAIVE {
      var description = ck_product(
        rows: rows, columns: columns, depth: depth, a: left.start,
        a_row: left.isTransposed ? 1 : left.stride, a_column: left.isTransposed ? left.stride : 1,
        b: right.start, b_row: right.stride, c: result.start, c_row: result.stride, bias: bias,
        relu: isRectified ? 1 : 0)
      return product(&description)
    }
    if let bias {
      for row in 0..<rows {
        (result.start + row * result.stride).update(from: bias, count: columns)
      }
    }
    _ = usesOneProcessor
    cblas_sgemm(
      CblasRowMajor, left.isTransposed ? CblasTrans : CblasNoTrans, CblasNoTrans, blasint(rows),
      blasint(columns), blasint(depth), 1, left.start, blasint(left.stride), right.start,
      blasint(right.stride), bias == nil ? 0 : 1, result.start, blasint(result.stride))
    guard isRectified else { return }
    for row in 0..<rows {
      relu(result.start + row * result.stride, result.start + row * result.stride, columns)
    }
  }
}

/// Set once, at the first large product.
private let usesOneProcessor: Void = openblas_set_num_threads(1)
