/// A file of rows with named columns, opened for reading: text, or arrays.
protocol RowFile: AnyObject {
  var path: String { get }

  /// The names of the columns, in the order of the file.
  var names: [String] { get }

  /// Whether numbers in it may have a decimal comma.
  var hasDecimalComma: Bool { get }

  /// Goes back to the first row.
  ///
  /// - Throws: `DatasetError` when the file is no longer the same.
  func rewind() throws(DatasetError)

  /// Reads rows from the first one on, each cell into the builder of its column.
  ///
  /// - Parameters:
  ///   - builders: one for each name.
  ///   - row: the row of the table that the first one becomes.
  ///   - limit: the number of rows after which to stop.
  ///   - share: how many times as long as this file it and those to come are.
  /// - Returns: the number of rows read.
  /// - Throws: `DatasetError` when a row is malformed or a cell is not what its builder asks for.
  func readRows(
    into builders: [ColumnBuilder], at row: Int, limit: Int, share: Double
  ) throws(DatasetError) -> Int

  /// The line that a row begins on, counted from the first row on; nil when there are fewer rows, or no lines.
  func line(ofRow row: Int) throws(DatasetError) -> Int?
}

extension RowFile {
  /// Refuses columns without a name, or two of one.
  func checkNames() throws(DatasetError) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() {
      if name.isEmpty { throw DatasetError(.unnamedColumn(index + 1), file: path) }
      if !seen.insert(name).inserted {
        throw DatasetError(.duplicateColumn, file: path, column: name)
      }
    }
  }
}
