import CKernels

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
  /// Whether a product is faster with room for copies of its factors, whose rows are `strides` apart.
  static func gainsByPacking(rows: Int, columns: Int, strides: (left: Int, right: Int)) -> Bool {
    rows >= leastPackedRows && columns >= leastPackedColumns
      && (areFarApart(strides.left) || areFarApart(strides.right))
  }

  /// Whether rows of so many floats are better copied before they are multiplied.
  ///
  /// Rows a multiple of a page apart meet in a few places of the first cache; a block of rows that are
  /// very long leaves the second.
  static func areFarApart(_ stride: Int) -> Bool { stride % 1024 == 0 || stride > 4096 }

  /// Fewer rows or columns are read too seldom to be worth a copy.
  private static let leastPackedRows = 8
  private static let leastPackedColumns = 64

  /// Writes `left` [rows, depth] times `right` [depth, columns] to `result`, optionally with a bias
  /// added to every row and through a ReLU.
  ///
  /// The bits are the same with and without `packing`, room for `CK_PACKED_FLOATS`, which products of
  /// rows that are far apart need to be fast.
  func multiply(
    rows: Int, columns: Int, depth: Int, _ left: LeftFactor,
    _ right: RowMajor<UnsafePointer<Float>>, into result: RowMajor<UnsafeMutablePointer<Float>>,
    bias: UnsafePointer<Float>? = nil, relu isRectified: Bool = false,
    packing: UnsafeMutablePointer<Float>? = nil
  ) {
    let gains = ck_kernels.gainsByPacking(
      rows: rows, columns: columns, strides: (left.stride, right.stride))
    var description = ck_product(
      rows: rows, columns: columns, depth: depth, a: left.start,
      a_row: left.isTransposed ? 1 : left.stride, a_column: left.isTransposed ? left.stride : 1,
      b: right.start, b_row: right.stride, c: result.start, c_row: result.stride, bias: bias,
      relu: isRectified ? 1 : 0, adds: 0, packed: gains ? packing : nil)
    product(&description)
  }

  /// So many rows are worth a packed copy of the right factor, which is read anew for each block.
  private static let leastRowsToPackByRows = 256

  /// Writes `left` [rows, depth] times the transpose of `right` [columns, depth] to `result`.
  ///
  /// The depth is that of the padded rows, whose padding is zero. With `packing`, room for
  /// `CK_PACKED_FLOATS`, many rows are multiplied faster.
  func multiplyByRows(
    rows: Int, columns: Int, depth: Int, _ left: RowMajor<UnsafePointer<Float>>,
    _ right: RowMajor<UnsafePointer<Float>>, into result: RowMajor<UnsafeMutablePointer<Float>>,
    packing: UnsafeMutablePointer<Float>? = nil
  ) {
    var description = ck_product(
      rows: rows, columns: columns, depth: depth, a: left.start, a_row: left.stride, a_column: 1,
      b: right.start, b_row: right.stride, c: result.start, c_row: result.stride, bias: nil,
      relu: 0, adds: 0, packed: rows >= ck_kernels.leastRowsToPackByRows ? packing : nil)
    product_of_rows(&description)
  }
}
