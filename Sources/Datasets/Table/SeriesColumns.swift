/// The two columns of a long table that say which series a row belongs to, and which step it is.
///
/// Neither is a feature.
public struct SeriesColumns: Sendable, Codable, Equatable {
  /// The column whose cells name the series; rows that are spelled alike belong together.
  public let series: String

  /// The column whose numbers put the steps of a series in order.
  public let step: String

  /// Names the two columns.
  public init(series: String, step: String) {
    self.series = series
    self.step = step
  }

  /// Both names.
  public var names: [String] { [series, step] }
}
