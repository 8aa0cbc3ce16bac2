extension TableReader {
  /// The line of a file that a row begins on; nil when the file can no longer be read so far.
  ///
  /// Lines are not kept while reading: blank lines and line breaks within quotes set them apart from
  /// rows, and only an error asks for one.
  func line(ofRow row: Int, in path: String) -> Int? {
    guard let file = try? open(path), let line = try? file.line(ofRow: row) else { return nil }
    return line
  }
}
