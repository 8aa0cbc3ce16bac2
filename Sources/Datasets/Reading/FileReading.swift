/// The columns of one file, read to its end, with what is needed to compare them with others.
struct FileReading {
  /// A column, and where it was first seen to hold text.
  struct ReadColumn {
    var column: Column
    var firstText: ColumnBuilder.Place?
    var hasValues: Bool
    /// What a person should know about the cells.
    var warning: DatasetWarning?
  }

  let path: String
  /// The names of the columns that were asked for, in the order of the file.
  let names: [String]
  private(set) var columns: [String: ReadColumn]
  let rowCount: Int

  /// Reads all rows of a file.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - request: what to take the cells of a named column for.
  /// - Throws: `DatasetError` when a row is malformed or a cell is not what was asked for.
  init(
    _ file: TableFile, request: (String) -> ColumnBuilder.Request
  ) throws(DatasetError) {
    let builders = file.names.map {
      ColumnBuilder(
        name: $0, request: request($0), hasDecimalComma: file.first.hasDecimalComma)
    }
    let rowCount = try file.readRows(into: builders)
    let rowsToSpell = builders.reduce(0) { max($0, $1.rowsToSpell) }
    if rowsToSpell > 0 {
      // Rows are taken again with the same numbers: what was right is written over with itself.
      let again = builders.map { $0.rowsToSpell > 0 ? $0 : ColumnBuilder.passingOver($0.name) }
      guard try file.readRows(into: again, limit: rowsToSpell) == rowsToSpell else {
        throw DatasetError(.changedWhileReading, file: file.path)
      }
    }
    path = file.path
    self.rowCount = rowCount
    var names: [String] = []
    var columns: [String: ReadColumn] = [:]
    let read = builders.filter(\.isRead)
    let finished = try ColumnBuilder.finish(read, rowCount: rowCount)
    for (builder, column) in zip(read, finished) {
      names.append(builder.name)
      columns[builder.name] = ReadColumn(
        column: column, firstText: builder.firstText, hasValues: column.hasValues,
        warning: builder.slips?.warning(column: builder.name))
    }
    self.names = names
    self.columns = columns
  }

  /// The same with some of the columns replaced.
  func replacing(_ changed: [String: ReadColumn]) -> FileReading {
    var copy = self
    copy.columns.merge(changed) { _, new in new }
    return copy
  }

  /// The columns as a table.
  ///
  /// - Parameter names: which columns, and their order.
  /// - Returns: those of them that the file has.
  func table(_ names: [String]) -> Table {
    let found = names.compactMap { name in columns[name].map { (name: name, read: $0) } }
    return Table(
      source: path, names: found.map(\.name), columns: found.map(\.read.column),
      rowCount: rowCount, warnings: found.compactMap(\.read.warning))
  }
}

extension Column {
  /// Whether a cell holds a value.
  public var hasValues: Bool {
    switch self {
    case .numeric(let values): values.contains { !$0.isNaN }
    case .categorical(let column): column.codes.contains { $0 >= 0 }
    }
  }
}
