/// The columns of files with one row a step that name the series and put its steps in order.
public struct SequenceColumns: Sendable, Equatable, Codable {
  /// The column that names the series of a row.
  public var series: String

  /// The column of numbers that steps are ordered by.
  public var step: String

  /// Names the two columns.
  public init(series: String, step: String) {
    self.series = series
    self.step = step
  }
}
