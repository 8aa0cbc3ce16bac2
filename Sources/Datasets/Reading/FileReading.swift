/// The columns of one file, read to its end, with what is needed to compare them with others.
struct FileReading {
  /// A column, and where it was first seen to hold text.
  struct ReadColumn {
    var column: Column
    var firstText: ColumnBuilder.Place?
    var hasValues: Bool
  }

  let path: String
  /// The names of the columns that were asked for, in the order of the file.
  let names: [String]
  let columns: [String: ReadColumn]

  /// Reads all rows of a file.
  ///
  /// - Parameters:
  ///   - file: the file, at its first row.
  ///   - request: what to take the cells of a named column for.
  /// - Throws: `DatasetError` when a row is malformed or a cell is not what was asked for.
  init(
    _ file: CSVFile, request: (String) -> ColumnBuilder.Request
  ) throws(DatasetError) {
    let builders = file.names.map { ColumnBuilder(name: $0, request: request($0)) }
    let rowCount = try file.readRows(into: builders)
    guard rowCount > 0 else { throw DatasetError(.headerOnly, file: file.path) }
    let rowsToSpell = builders.reduce(0) { max($0, $1.rowsToSpell) }
    if rowsToSpell > 0 {
      // Rows are taken again with the same numbers: what was right is written over with itself.
      try file.rewind()
      let again = builders.map { $0.rowsToSpell > 0 ? $0 : ColumnBuilder.passingOver($0.name) }
      guard try file.readRows(into: again, limit: rowsToSpell) == rowsToSpell else {
        throw DatasetError(.changedWhileReading, file: file.path)
      }
    }
    path = file.path
    var names: [String] = []
    var columns: [String: ReadColumn] = [:]
    for builder in builders where builder.isRead {
      let column = try builder.finish(rowCount: rowCount, file: file.path)
      names.append(builder.name)
      columns[builder.name] = ReadColumn(
        column: column, firstText: builder.firstText, hasValues: column.hasValues)
    }
    self.names = names
    self.columns = columns
  }
}

extension Column {
  /// Whether a cell holds a value.
  var hasValues: Bool {
    switch self {
    case .numeric(let values): values.contains { !$0.isNaN }
    case .categorical(let column): column.codes.contains { $0 >= 0 }
    }
  }
}
