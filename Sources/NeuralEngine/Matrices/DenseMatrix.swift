import CKernels

/// A matrix of floats, multiplied by the kernels that networks run on.
///
/// It starts as zeros. Every element of a product is summed in the order of the depth, so that a
/// product is the same bits however its rows are shared out between threads. Several threads may
/// read a matrix once the one that writes it has finished.
public final class DenseMatrix: @unchecked Sendable {
  /// The number of rows.
  public let rows: Int

  /// The number of columns.
  public let columns: Int

  /// The floats from one row to the next; those behind the columns stay zero.
  private let stride: Int
  private let buffer: AlignedBuffer

  /// Creates a matrix of zeros.
  ///
  /// - Precondition: Neither count is negative.
  public init(rows: Int, columns: Int) {
    precondition(rows >= 0 && columns >= 0, "a matrix of \(rows) x \(columns)")
    self.rows = rows
    self.columns = columns
    stride = paddedWidth(columns)
    buffer = AlignedBuffer(count: rows * stride)
  }

  /// One element.
  ///
  /// - Precondition: The row and the column exist.
  public subscript(row: Int, column: Int) -> Float {
    get { buffer.floats[place(row, column)] }
    set { buffer.floats[place(row, column)] = newValue }
  }

  private func place(_ row: Int, _ column: Int) -> Int {
    precondition((0..<columns).contains(column), "no column \(column) of \(columns)")
    return row * stride + column
  }

  /// Calls `body` with the elements of a row.
  ///
  /// - Precondition: The row exists.
  public func withRow<Result>(
    _ row: Int, _ body: (UnsafeMutableBufferPointer<Float>) -> Result
  ) -> Result {
    body(UnsafeMutableBufferPointer(rebasing: buffer.floats[row * stride..<row * stride + columns]))
  }

  /// Adds another matrix, times a factor.
  ///
  /// - Precondition: Both have the same rows and columns.
  public func add(_ other: DenseMatrix, times factor: Float = 1) {
    precondition(other.rows == rows && other.columns == columns, "matrices of different sizes")
    let sum = buffer.start
    let added = other.buffer.start
    for place in 0..<buffer.count { sum[place] += factor * added[place] }
  }

  /// Some rows of this matrix times another: [rows, right.columns].
  ///
  /// - Precondition: The rows exist, and `right` has as many rows as this matrix has columns.
  public func times(_ right: DenseMatrix, rows range: Range<Int>) -> DenseMatrix {
    precondition(right.rows == columns, "\(columns) columns times \(right.rows) rows")
    let result = DenseMatrix(rows: range.count, columns: right.columns)
    result.fill(
      depth: columns, LeftFactor(start: start(of: range), stride: stride),
      right.start(of: 0..<columns), right.stride)
    return result
  }

  /// The transpose of some rows of this matrix times the same rows of another: [columns, right.columns].
  ///
  /// - Precondition: Both matrices have the rows.
  public func transposedTimes(_ right: DenseMatrix, rows range: Range<Int>) -> DenseMatrix {
    let result = DenseMatrix(rows: columns, columns: right.columns)
    result.fill(
      depth: range.count, LeftFactor(start: start(of: range), stride: stride, isTransposed: true),
      right.start(of: range), right.stride)
    return result
  }

  private func start(of range: Range<Int>) -> UnsafePointer<Float> {
    precondition(range.lowerBound >= 0 && range.upperBound <= rows, "rows \(range) of \(rows)")
    return UnsafePointer(buffer.start + range.lowerBound * stride)
  }

  /// Makes this matrix a product.
  private func fill(
    depth: Int, _ left: LeftFactor, _ right: UnsafePointer<Float>, _ rightStride: Int
  ) {
    guard rows > 0, columns > 0, depth > 0 else { return }
    let gains = ck_kernels.gainsByPacking(
      rows: rows, columns: stride, strides: (left.stride, rightStride))
    let packing = gains ? AlignedBuffer(count: Int(CK_PACKED_FLOATS)) : nil
    KernelSet.selected.kernels.pointee.multiply(
      rows: rows, columns: stride, depth: depth, left, RowMajor(start: right, stride: rightStride),
      into: RowMajor(start: buffer.start, stride: stride), packing: packing?.start)
  }
}
