import ArgumentParser

/// The two columns of `--sequence`, spelled as a list of columns is.
struct SequenceList: Equatable, Sendable {
  /// The column that names the series of a row.
  var series: String

  /// The column that the steps of a series are ordered by.
  var step: String

  /// Reads the names of two different columns.
  init(parsing text: String) throws {
    guard let names = ColumnList(argument: text)?.names, names.count == 2, names[0] != names[1]
    else {
      throw ValidationError(
        "it must be two names of columns, ID,STEP: the one that names series and the one that "
          + "orders their steps")
    }
    series = names[0]
    step = names[1]
  }
}
