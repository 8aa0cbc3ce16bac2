/// A CSV file opened for reading, its header read, its rows to come.
final class CSVFile: RowFile {
  let path: String
  let delimiter: Delimiter

  /// The names of the columns, in the order of the file, without spaces around them.
  let names: [String]

  /// Blocks of wide files are so much larger that a column has many cells in each.
  private static let bytesForAColumn = 256

  private let feed: BlockFeed
  private let threads: Int
  /// The line that the header ends on, from 1.
  private let linesOfHeader: Int

  /// Reads the header of a file.
  ///
  /// - Parameters:
  ///   - source: the file, at its first byte.
  ///   - delimiter: what stands between cells; nil finds it by looking.
  ///   - blockSize: the number of bytes that are read at a time.
  ///   - threads: how many threads read a file of many blocks.
  /// - Throws: `DatasetError` when the file cannot be read, is no text or has a bad header.
  init(
    _ source: ByteSource, delimiter: Delimiter?, blockSize: Int, threads: Int
  ) throws(DatasetError) {
    path = source.path
    self.threads = threads
    feed = BlockFeed(source, blockSize: blockSize)
    let header = try FileHeader(of: path, feed, delimiter: delimiter)
    self.delimiter = header.delimiter
    names = header.names
    linesOfHeader = header.lines
    feed.blockSize = max(blockSize, min(names.count * Self.bytesForAColumn, 1 << 23))
    try checkNames()
  }

  var hasDecimalComma: Bool { delimiter == .semicolon }

  func rewind() throws(DatasetError) {
    try feed.seek(to: 0)
    let header = try FileHeader(of: path, feed, delimiter: delimiter)
    guard header.names == names, header.lines == linesOfHeader else {
      throw DatasetError(.changedWhileReading, file: path)
    }
  }

  func readRows(
    into builders: [ColumnBuilder], at row: Int, limit: Int, share: Double
  ) throws(DatasetError) -> Int {
    let reading = reading(into: builders, at: row, limit: limit, share: share)
    try reading.run(threads: feed.hasManyBlocks ? threads : 1)
    return reading.rows
  }

  func line(ofRow row: Int) throws(DatasetError) -> Int? {
    let builders = names.map { ColumnBuilder.passingOver($0) }
    let reading = reading(into: builders, at: 0, limit: row + 1, share: 1)
    // Several threads read on behind the row.
    try reading.run(threads: 1)
    return reading.rows == row + 1 ? reading.lineOfLastRow : nil
  }

  private func reading(
    into builders: [ColumnBuilder], at row: Int, limit: Int, share: Double
  ) -> RowReading {
    RowReading(
      self, feed: feed, line: linesOfHeader + 1, into: builders, at: row, limit: limit,
      share: share)
  }
}
