/// A CSV file opened for reading, its header read, its rows to come.
final class CSVFile {
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

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - delimiter: what stands between cells; nil finds it by looking.
  ///   - blockSize: the number of bytes that are read at a time.
  ///   - threads: how many threads read a file of many blocks.
  /// - Throws: `DatasetError` when the file cannot be read, is no text or has a bad header.
  init(
    path: String, delimiter: Delimiter?, blockSize: Int, threads: Int
  ) throws(DatasetError) {
    self.path = path
    self.threads = threads
    feed = BlockFeed(try ByteSource(path: path), blockSize: blockSize)
    let header = try FileHeader(of: path, feed, delimiter: delimiter)
    self.delimiter = header.delimiter
    names = header.names
    linesOfHeader = header.lines
    feed.blockSize = max(blockSize, min(names.count * Self.bytesForAColumn, 1 << 23))
    try checkHeader()
  }

  /// Goes back to the first row.
  func rewind() throws(DatasetError) {
    try feed.seek(to: 0)
    let header = try FileHeader(of: path, feed, delimiter: delimiter)
    guard header.names == names, header.lines == linesOfHeader else {
      throw DatasetError(.changedWhileReading, file: path)
    }
  }

  /// Reads rows from the first one on, each cell into the builder of its column.
  ///
  /// - Parameters:
  ///   - builders: one for each name of the header.
  ///   - limit: the number of rows after which to stop; nil reads all.
  /// - Returns: the number of rows read.
  /// - Throws: `DatasetError` when a row is malformed or a cell is not what its builder asks for.
  func readRows(
    into builders: [ColumnBuilder], limit: Int? = nil
  ) throws(DatasetError) -> Int {
    let reading = reading(into: builders, limit: limit ?? .max)
    try reading.run(threads: feed.hasManyBlocks ? threads : 1)
    return reading.rows
  }

  /// The line that a row begins on, counted from the first row on; nil when there are fewer rows.
  func line(ofRow row: Int) throws(DatasetError) -> Int? {
    let reading = reading(into: names.map { ColumnBuilder.passingOver($0) }, limit: row + 1)
    // Several threads read on behind the row.
    try reading.run(threads: 1)
    return reading.rows == row + 1 ? reading.lineOfLastRow : nil
  }

  private func reading(into builders: [ColumnBuilder], limit: Int) -> RowReading {
    RowReading(self, feed: feed, line: linesOfHeader + 1, into: builders, limit: limit)
  }

  private func checkHeader() throws(DatasetError) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() {
      if name.isEmpty { throw DatasetError(.unnamedColumn(index + 1), file: path) }
      if !seen.insert(name).inserted {
        throw DatasetError(.duplicateColumn, file: path, column: name)
      }
    }
  }
}
