import CKernels

/// The right side of a product, or its result: row-major, rows padded.
struct RowMajor<Pointer> {
  let start: Pointer
  let stride: Int
}

/// The left side of a product: element (row, k) is `start[row * rowStride + k * columnStride]`.
struct Strided {
  let start: UnsafePointer<Float>
  let rowStride: Int
  let columnStride: Int
}

extension ck_kernels {
  /// Writes `left` [rows, depth] times `right` [depth, columns] to `result`, optionally with a bias
  /// added to every row and through a ReLU.
  func multiply(
    rows: Int, columns: Int, depth: Int, _ left: Strided,
    _ right: RowMajor<UnsafePointer<Float>>, into result: RowMajor<UnsafeMutablePointer<Float>>,
    bias: UnsafePointer<Float>? = nil, relu: Bool = false
  ) {
    var description = ck_product(
      rows: rows, columns: columns, depth: depth, a: left.start, a_row: left.rowStride,
      a_column: left.columnStride, b: right.start, b_row: right.stride, c: result.start,
      c_row: result.stride, bias: bias, relu: relu ? 1 : 0)
    product(&description)
  }
}
