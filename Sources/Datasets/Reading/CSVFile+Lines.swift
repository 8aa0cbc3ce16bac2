extension TableReader {
  /// The line of a file that a row begins on; nil when the file can no longer be read so far.
  ///
  /// Lines are not kept while reading: blank lines and line breaks within quotes set them apart from
  /// rows, and only an error asks for one.
  func line(ofRow row: Int, in path: String) -> Int? {
    guard
      let file = try? CSVFile(path: path, delimiter: options.delimiter, windowCapacity: 1 << 20),
      let line = try? file.line(ofRow: row)
    else { return nil }
    return line
  }
}

extension CSVFile {
  /// The line that a row begins on, read from the cursor on; nil when there are fewer rows.
  fileprivate func line(ofRow row: Int) throws(DatasetError) -> Int? {
    let builders = names.map { ColumnBuilder.passingOver($0) }
    guard try readRows(into: builders, limit: row) == row, try skipBlankLines() else { return nil }
    return line
  }
}
