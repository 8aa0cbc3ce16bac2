/// What a network put out for some neighbouring rows; to be read only while it is shown.
public struct PassOutputs {
  /// The rows, by their place among the samples.
  public let rows: Range<Int>

  /// The outputs of a row.
  public let width: Int

  private let start: UnsafePointer<Float>
  private let stride: Int

  init(rows: Range<Int>, width: Int, start: UnsafePointer<Float>, stride: Int) {
    self.rows = rows
    self.width = width
    self.start = start
    self.stride = stride
  }

  /// The outputs of one row.
  ///
  /// - Precondition: The row is one of ``rows``.
  public subscript(row: Int) -> UnsafeBufferPointer<Float> {
    precondition(rows.contains(row), "row \(row) of \(rows)")
    return UnsafeBufferPointer(
      start: start + (row - rows.lowerBound) * stride, count: width)
  }
}
