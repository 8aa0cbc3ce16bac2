extension TableReader {
  /// The names of a file's columns, in its own order; nothing but the header is read.
  ///
  /// - Throws: `DatasetError` when the file cannot be read, is no text or has a bad header.
  public func columnNames(of path: String) throws(DatasetError) -> [String] {
    try open(path).names
  }
}
