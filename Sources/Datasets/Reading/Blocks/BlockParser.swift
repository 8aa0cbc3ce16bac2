/// Reads the rows of one block after another into columns of its own.
///
/// Rows and lines count from the beginning of the block, from 0: what came before it in the file need
/// not be known, and several blocks may be read at the same time.
final class BlockParser {
  var window = ByteWindow()
  let columns: [BlockColumn]
  /// The rows read.
  private(set) var rows = 0
  /// The line that the cursor is on.
  private(set) var line = 0
  /// The line that the last row read begins on.
  private(set) var lineOfLastRow = 0
  /// What has not been read begins here.
  private(set) var cursor: UnsafePointer<UInt8>

  private let path: String
  private let tokenizer: Tokenizer
  private let hasDecimalComma: Bool
  private let powers = PowersOfTen.Tables.shared
  private var numbers = GrowingBuffer<Double>(capacity: 1)
  /// For each column where the hot loop writes.
  private let targets: UnsafeMutablePointer<CellTarget>
  private var scratch: [UInt8] = []

  init(path: String, delimiter: Delimiter, columns: [BlockColumn]) {
    self.path = path
    self.columns = columns
    tokenizer = Tokenizer(delimiter: delimiter)
    hasDecimalComma = delimiter == .semicolon
    targets = .allocate(capacity: columns.count)
    for (index, column) in columns.enumerated() {
      (targets + index).initialize(to: column.target)
    }
    cursor = window.start
  }

  deinit { targets.deallocate() }

  /// Whether the whole block has been read.
  var isAtEnd: Bool { cursor == window.end }

  /// Reads the rows of the window.
  ///
  /// - Parameters:
  ///   - kinds: what each column is taken for at first.
  ///   - limit: the number of rows after which to stop.
  /// - Throws: `DatasetError` when a row is malformed or a cell is not what its column asks for.
  func read(as kinds: [ColumnKind], limit: Int) throws(DatasetError) {
    // A row takes a byte for every cell at least, and one more when it is a single cell.
    let room = window.count / columns.count + 2
    numbers.grow(to: room * columns.count)
    for (index, column) in columns.enumerated() {
      column.begin(as: kinds[index], numbers: numbers.base + index * room, room: room)
    }
    try readRows(limit: limit)
    let toSpell = columns.filter { $0.rowsToSpell > 0 }
    let rowsToSpell = toSpell.reduce(0) { max($0, $1.rowsToSpell) }
    guard rowsToSpell > 0 else { return }
    try spell(toSpell, rows: rowsToSpell)
    toSpell.forEach { $0.hasBeenSpelled() }
  }

  /// Reads columns of the block again, as categories.
  func readAsCategories(_ columns: [BlockColumn]) throws(DatasetError) {
    let withNumbers = columns.filter { $0.hasNumbers(within: rows) }
    columns.forEach { $0.becomeCategories(rows: rows) }
    if !withNumbers.isEmpty { try spell(withNumbers, rows: rows) }
  }

  /// Reads the first rows again, and of them only columns of categories.
  private func spell(_ chosen: [BlockColumn], rows limit: Int) throws(DatasetError) {
    let state = (rows, line, lineOfLastRow, cursor)
    let taking = columns.map(\.isTaking)
    columns.forEach { $0.isTaking = false }
    chosen.forEach { $0.isTaking = true }
    try readRows(limit: limit)
    for (column, isTaking) in zip(columns, taking) { column.isTaking = isTaking }
    (rows, line, lineOfLastRow, cursor) = state
  }

  private func readRows(limit: Int) throws(DatasetError) {
    rows = 0
    line = 0
    cursor = window.start
    for (index, column) in columns.enumerated() { targets[index] = column.target }
    while rows < limit {
      // Few lines are blank, and those begin with a space or a line end.
      if cursor[0] <= space, try !skipBlankLines() { return }
      lineOfLastRow = line
      guard try readRow(rows) else { return }
      rows += 1
    }
  }

  /// Moves the cursor to the next line that is not blank; false when there is none.
  private func skipBlankLines() throws(DatasetError) -> Bool {
    let blank = tokenizer.skippingBlankLines(
      from: cursor, to: window.end, isFinal: window.isFinal)
    cursor = blank.cursor
    line += blank.lines
    return cursor < window.end
  }
}

// MARK: - One row

extension BlockParser {
  /// Reads one row; false when the window ends before it, and then nothing has been consumed.
  private func readRow(_ row: Int) throws(DatasetError) -> Bool {
    let targets = targets
    let delimiter = tokenizer.delimiter
    let last = columns.count - 1
    var place = cursor
    var cellLine = line
    var column = 0
    while true {
      if targets[column].numbers != nil {
        takeNumbers(of: row, from: &place, &column)
        if column > last {
          cursor = place
          line = cellLine + 1
          return true
        }
      }
      if targets[column].codes != nil {
        let end = column < last ? delimiter : lineFeed
        if let stop = targets[column].take(place, row: row, before: end, tokenizer) {
          place = stop + 1
          column += 1
          if column <= last { continue }
          cursor = place
          line = cellLine + 1
          return true
        }
      }
      guard let cell = try cell(at: place, line: cellLine) else { return false }
      if (cell.terminator == .delimiter) == (column == last) {
        guard let found = cellCount(from: cell, number: column + 1) else { return false }
        throw DatasetError(.ragged(expected: columns.count, found: found), file: path, line: line)
      }
      if columns[column].isTaking {
        try take(cell, row: row, line: cellLine, into: columns[column])
        targets[column] = columns[column].target
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

  /// Reads cells as long as they are plain numbers or empty, at most to the end of the row.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - start: where the first cell begins; the first that was not read.
  ///   - first: its column; the number of columns when the row has been read.
  private func takeNumbers(
    of row: Int, from start: inout UnsafePointer<UInt8>, _ first: inout Int
  ) {
    let targets = targets
    let powers = powers
    let delimiter = tokenizer.delimiter
    let last = columns.count - 1
    var place = start
    var column = first
    while column < last, let target = targets[column].numbers {
      if let next = NumberParser.parsePrefix(at: place, into: &target[row], powers) {
        guard next[0] == delimiter else { break }
        place = next + 1
      } else {
        guard place[0] == delimiter else { break }
        target[row] = .nan
        place += 1
      }
      column = column &+ 1
    }
    if column == last, let target = targets[column].numbers,
      let next = NumberParser.parsePrefix(at: place, into: &target[row], powers),
      next[0] == lineFeed || (next[0] == carriageReturn && next[1] == lineFeed)
    {
      place = next + (next[0] == lineFeed ? 1 : 2)
      column = column &+ 1
    }
    start = place
    first = column
  }

  /// The cell that begins at a place; nil when the window ends before it.
  private func cell(
    at place: UnsafePointer<UInt8>, line: Int
  ) throws(DatasetError) -> Tokenizer.Cell? {
    let cell = tokenizer.cell(at: place, end: window.end, isFinal: window.isFinal)
    return try cell.isComplete(file: path, line: line) ? cell : nil
  }

  private func take(
    _ cell: Tokenizer.Cell, row: Int, line: Int, into column: BlockColumn
  ) throws(DatasetError) {
    guard cell.needsUnquoting else {
      try column.take(
        UnsafeBufferPointer(start: cell.start, count: cell.end - cell.start), row: row,
        line: line, hasDecimalComma: hasDecimalComma, file: path)
      return
    }
    Tokenizer.unquote(cell, into: &scratch)
    let count = scratch.count
    scratch.append(contentsOf: repeatElement(0, count: LevelLookup.padding))
    let text = scratch
    try text.withUnsafeBufferPointer { (bytes) throws(DatasetError) in
      try column.take(
        UnsafeBufferPointer(rebasing: bytes[..<count]), row: row, line: line,
        hasDecimalComma: hasDecimalComma, file: path)
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
}

extension Tokenizer.Cell {
  /// Whether the cell ends within its window; one that cannot be a cell is an error.
  func isComplete(file: String, line: Int) throws(DatasetError) -> Bool {
    switch terminator {
    case .delimiter, .lineBreak, .endOfFile: return true
    case .endOfWindow: return false
    case .nulByte: throw DatasetError(.binary(nil), file: file, line: line)
    case .unterminatedQuote: throw DatasetError(.unterminatedQuote, file: file, line: line)
    }
  }
}
