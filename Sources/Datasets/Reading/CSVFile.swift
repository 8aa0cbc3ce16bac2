/// A CSV file opened for reading, its header read, its rows to come.
final class CSVFile {
  let path: String

  /// The names of the columns, in the order of the file, without spaces around them.
  private(set) var names: [String] = []

  private let source: ByteSource
  private let tokenizer: Tokenizer
  private let hasDecimalComma: Bool
  private var window: ByteWindow
  private var cursor: UnsafePointer<UInt8>
  /// The line that the cursor is on, from 1.
  private(set) var line = 1
  private var scratch: [UInt8] = []

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - delimiter: what stands between cells; nil finds it by looking.
  ///   - windowCapacity: the number of bytes that are in memory at first.
  /// - Throws: `DatasetError` when the file cannot be read, is no text or has a bad header.
  init(path: String, delimiter: Delimiter?, windowCapacity: Int) throws(DatasetError) {
    self.path = path
    source = try ByteSource(path: path)
    window = ByteWindow(capacity: windowCapacity)
    try window.refill(keepingFrom: window.start, from: source)
    if let guess = FileSignature.guess(window.bytes) {
      throw DatasetError(.binary(guess), file: path)
    }
    cursor = window.start + FileSignature.byteOrderMarkLength(window.bytes)
    let delimiter =
      delimiter ?? Delimiter.detect(from: cursor, to: window.end, isFinal: window.isFinal)
    tokenizer = Tokenizer(delimiter: delimiter)
    hasDecimalComma = delimiter == .semicolon
    names = try readHeader()
    try checkHeader()
  }

  /// Goes back to the first row.
  func rewind() throws(DatasetError) {
    try source.rewind()
    window.reset()
    line = 1
    try window.refill(keepingFrom: window.start, from: source)
    cursor = window.start + FileSignature.byteOrderMarkLength(window.bytes)
    guard try readHeader() == names else {
      throw DatasetError(.changedWhileReading, file: path)
    }
  }

  /// Reads rows from the cursor on, each cell into the builder of its column.
  ///
  /// - Parameters:
  ///   - builders: one for each name of the header.
  ///   - limit: the number of rows after which to stop; nil reads all.
  /// - Returns: the number of rows read.
  /// - Throws: `DatasetError` when a row is malformed or a cell is not what its builder asks for.
  func readRows(
    into builders: [ColumnBuilder], limit: Int? = nil
  ) throws(DatasetError) -> Int {
    precondition(builders.count == names.count, "one builder for each column")
    var rows = 0
    var capacity = 1024
    builders.forEach { $0.reserve(capacity) }
    var targets = builders.map(\.numberTarget)
    while rows < limit ?? .max, try skipBlankLines() {
      if rows == capacity {
        capacity *= 2
        builders.forEach { $0.reserve(capacity) }
        targets = builders.map(\.numberTarget)
      }
      if try readRow(rows, into: builders, targets: &targets) {
        rows += 1
      } else {
        try refill()
      }
    }
    return rows
  }

  /// Brings more of the file into the window, which drops what stands before the cursor.
  private func refill() throws(DatasetError) {
    if window.isExhausted(keepingFrom: cursor) {
      throw DatasetError(.recordTooLong, file: path, line: line)
    }
    try window.refill(keepingFrom: cursor, from: source)
    cursor = window.start
  }
}

// MARK: - One row

extension CSVFile {
  /// Reads one row; false when the window ends before it, and then nothing has been consumed.
  private func readRow(
    _ row: Int, into builders: [ColumnBuilder], targets: inout [UnsafeMutablePointer<Double>?]
  ) throws(DatasetError) -> Bool {
    let tokenizer = tokenizer
    let delimiter = tokenizer.delimiter
    let end = window.end
    let isFinal = window.isFinal
    let last = builders.count - 1
    var place = cursor
    var cellLine = line
    var column = 0
    while true {
      if let target = targets[column] {
        if let next = NumberParser.parsePrefix(at: place, into: &target[row]) {
          if next[0] == delimiter, column < last {
            place = next + 1
            column += 1
            continue
          }
          if next[0] == lineFeed, column == last {
            cursor = next + 1
            line = cellLine + 1
            return true
          }
        } else if place[0] == delimiter, column < last {
          target[row] = .nan
          place += 1
          column += 1
          continue
        }
      }
      let cell = tokenizer.cell(at: place, end: end, isFinal: isFinal)
      guard try isComplete(cell, line: cellLine) else { return false }
      if (cell.terminator == .delimiter) == (column == last) {
        guard let found = cellCount(from: cell, number: column + 1) else { return false }
        throw DatasetError(
          .ragged(expected: builders.count, found: found), file: path, line: line)
      }
      if builders[column].isRead {
        try take(cell, row: row, line: cellLine, into: builders[column])
        targets[column] = builders[column].numberTarget
      }
      cellLine += cell.lineBreaks
      place = cell.next
      column += 1
      if cell.terminator != .delimiter {
        cursor = place
        line = cellLine + (cell.terminator == .lineBreak ? 1 : 0)
        return true
      }
    }
  }

  /// Whether a cell ends within the window; a cell that cannot be one is an error.
  private func isComplete(_ cell: Tokenizer.Cell, line: Int) throws(DatasetError) -> Bool {
    switch cell.terminator {
    case .delimiter, .lineBreak, .endOfFile: return true
    case .endOfWindow: return false
    case .nulByte: throw DatasetError(.binary(nil), file: path, line: line)
    case .unterminatedQuote: throw DatasetError(.unterminatedQuote, file: path, line: line)
    }
  }

  private func take(
    _ cell: Tokenizer.Cell, row: Int, line: Int, into builder: ColumnBuilder
  ) throws(DatasetError) {
    guard cell.needsUnquoting else {
      try builder.take(
        UnsafeBufferPointer(start: cell.start, count: cell.end - cell.start), row: row,
        line: line, hasDecimalComma: hasDecimalComma, file: path)
      return
    }
    Tokenizer.unquote(cell, into: &scratch)
    let text = scratch
    try text.withUnsafeBufferPointer { (bytes) throws(DatasetError) in
      try builder.take(
        bytes, row: row, line: line, hasDecimalComma: hasDecimalComma, file: path)
    }
  }

  /// The number of cells in a row, given one of them; nil when the window ends before the row.
  private func cellCount(from cell: Tokenizer.Cell, number: Int) -> Int? {
    var cell = cell
    var count = number
    while cell.terminator == .delimiter {
      cell = tokenizer.cell(at: cell.next, end: window.end, isFinal: window.isFinal)
      if cell.terminator == .endOfWindow { return nil }
      count += 1
    }
    return count
  }

  /// Moves the cursor to the next line that is not blank; false when there is none.
  func skipBlankLines() throws(DatasetError) -> Bool {
    while true {
      let blank = tokenizer.skippingBlankLines(
        from: cursor, to: window.end, isFinal: window.isFinal)
      cursor = blank.cursor
      line += blank.lines
      if cursor < window.end { return true }
      if window.isFinal { return false }
      try refill()
    }
  }
}

// MARK: - The header

extension CSVFile {
  private func readHeader() throws(DatasetError) -> [String] {
    while try skipBlankLines() {
      if let names = try namesInWindow() { return names }
      try refill()
    }
    throw DatasetError(.empty, file: path)
  }

  /// The names in the record at the cursor; nil when the window ends before it.
  private func namesInWindow() throws(DatasetError) -> [String]? {
    var names: [String] = []
    var place = cursor
    var cellLine = line
    while true {
      let cell = tokenizer.cell(at: place, end: window.end, isFinal: window.isFinal)
      guard try isComplete(cell, line: cellLine) else { return nil }
      if cell.needsUnquoting {
        Tokenizer.unquote(cell, into: &scratch)
      } else {
        scratch = Array(UnsafeBufferPointer(start: cell.start, count: cell.end - cell.start))
      }
      let name = scratch.withUnsafeBufferPointer { String(validating: $0.trimmed, as: UTF8.self) }
      guard let name else { throw DatasetError(.notUTF8, file: path, line: cellLine) }
      names.append(name)
      cellLine += cell.lineBreaks
      place = cell.next
      if cell.terminator != .delimiter {
        cursor = place
        line = cellLine + 1
        return names
      }
    }
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
