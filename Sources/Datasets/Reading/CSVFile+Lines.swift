extension TableReader {
  /// The line of a file that a row begins on; nil when the file can no longer be read so far.
  ///
  /// Lines are not kept while reading: blank lines and line breaks within quotes set them apart from
  /// rows, and only an error asks for one.
  package func line(ofRow row: Int, in path: String) -> Int? {
    guard let file = try? open(path) else { return nil }
    let builders = file.names.map { ColumnBuilder.passingOver($0) }
    guard let read = try? file.readRows(into: builders, limit: row + 1), read.count == row + 1
    else { return nil }
    return read.lineOfLast
  }
}
