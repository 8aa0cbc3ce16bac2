import ArgumentParser

/// The two columns of `--sequence`, spelled as a list of columns is.
struct SequenceList: ExpressibleByArgument, Equatable, Sendable {
  /// The column that names the series of a row.
  var series: String

  /// The column that the steps of a series are ordered by.
  var step: String

  /// Reads the names; `nil` unless there are two different ones.
  init?(argument: String) {
    guard let names = ColumnList(argument: argument)?.names, names.count == 2, names[0] != names[1]
    else { return nil }
    series = names[0]
    step = names[1]
  }
}
