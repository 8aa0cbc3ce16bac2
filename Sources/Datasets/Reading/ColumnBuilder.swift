import Foundation

/// Gathers the cells of one column of one file, block by block, and finds out what they are.
///
/// A column whose kind is not given begins as numbers. At its first text it turns to categories;
/// the numbers before that have lost their spelling, and the file is read again up to that row.
final class ColumnBuilder {
  /// What the cells are to be taken for.
  enum Request {
    case byLooking, categories
    case numbers(DatasetError.NumericReason)
    case nothing

    /// Whether the cells are wanted at all.
    var isRead: Bool {
      if case .nothing = self { false } else { true }
    }
  }

  /// A cell to be named in a message.
  struct Place {
    var file: String
    /// The line, in files that have lines.
    var line: Int?
    /// The row, from 1, in those that have none.
    var row: Int?
    var text: String

    func behind(_ lines: Int) -> Place {
      Place(file: file, line: line.map { $0 + lines }, row: row, text: text)
    }
  }

  let name: String
  let request: Request
  private(set) var kind: ColumnKind
  /// The first cell that is no number, of a column found to be text by looking.
  var firstText: Place?
  private(set) var firstInfinity: Place?
  /// What makes text of a column of numbers; known when the column is finished.
  var slips: NumberSlips?
  /// The rows, from the first on, whose numbers have to be read again for their spelling.
  private(set) var rowsToSpell = 0

  /// Threads write to different rows, and one makes room meanwhile.
  private let lock = NSLock()
  /// The cells by row: numbers, or the levels' numbers and -1.
  private var numbers = CellStore<Double>()
  private var codes = CellStore<Int32>()
  /// Whether a cell that has been joined holds a number.
  var hasNumbers = false
  let levels = LevelTable()
  let hasDecimalComma: Bool

  init(name: String, request: Request, hasDecimalComma: Bool) {
    self.name = name
    self.request = request
    self.hasDecimalComma = hasDecimalComma
    kind =
      switch request {
      case .byLooking, .numbers: .numeric
      case .categories, .nothing: .categorical
      }
  }

  /// A builder that takes nothing.
  static func passingOver(_ name: String) -> ColumnBuilder {
    ColumnBuilder(name: name, request: .nothing, hasDecimalComma: false)
  }

  var isRead: Bool { request.isRead }

  /// Makes room for so many rows, and for no more.
  func reserve(_ rows: Int) {
    guard isRead else { return }
    lock.withLock {
      if kind == .numeric { numbers.grow(to: rows) } else { codes.grow(to: rows) }
    }
  }

  /// Makes room for rows that come one after the other.
  func makeRoom(for rows: Int) {
    let capacity = kind == .numeric ? numbers.capacity : codes.capacity
    if rows > capacity { reserve(max(rows, 2 * capacity)) }
  }

  /// Writes numbers that there is room for.
  func writeNumbers<Failure: Error>(
    _ count: Int, at row: Int, _ body: (UnsafeMutableBufferPointer<Double>) throws(Failure) -> Void
  ) throws(Failure) {
    try numbers.write(count, at: row, body)
  }

  /// Writes the numbers of levels that there is room for.
  func writeCodes<Failure: Error>(
    _ count: Int, at row: Int, _ body: (UnsafeMutableBufferPointer<Int32>) throws(Failure) -> Void
  ) throws(Failure) {
    try codes.write(count, at: row, body)
  }

  /// The numbers of the first rows; the builder has none afterwards.
  func takeNumbers(_ rowCount: Int) -> [Double] { numbers.take(rowCount) }

  /// The levels' numbers of the first rows; the builder has none afterwards.
  func takeCodes(_ rowCount: Int) -> [Int32] { codes.take(rowCount) }

  /// Takes down an infinity, if it is the first.
  func note(infinity place: Place) {
    firstInfinity = firstInfinity ?? place
  }

  /// Makes a column of categories of one of numbers; the rows before have to be read again.
  func turnToCategories(at row: Int) {
    lock.withLock {
      rowsToSpell = hasNumbers ? row : 0
      let capacity = max(row, numbers.capacity)
      numbers = CellStore()
      codes.grow(to: capacity)
      codes.write(row, at: 0) { $0.update(repeating: -1) }
      kind = .categorical
    }
  }
}

// MARK: - Blocks

extension ColumnBuilder {
  /// Takes up what the first rows of a block have to say about the whole column, before `copy`.
  ///
  /// - Parameters:
  ///   - column: the column in the block; of categories, where this one is.
  ///   - count: the rows of the block.
  ///   - row: the row that the block begins at.
  ///   - line: the line that it begins on.
  func join(_ column: BlockColumn, count: Int, at row: Int, line: Int) {
    if let place = column.firstInfinity { note(infinity: place.behind(line)) }
    guard column.kind == .categorical else {
      if !hasNumbers { hasNumbers = column.hasNumbers(within: count) }
      return
    }
    if kind == .numeric {
      firstText = column.firstText?.behind(line)
      turnToCategories(at: row)
    }
    column.levelNumbers.removeAll(keepingCapacity: true)
    for code in 0..<column.levels.count {
      column.levelNumbers.append(levels.code(of: code, in: column.levels))
    }
  }

  /// Copies the first `count` rows of a block that has been joined; several threads may.
  func copy(_ column: BlockColumn, count: Int, to row: Int) {
    lock.withLock {
      if let source = column.numberTarget {
        // Numbers of a column that has turned since are read again.
        guard kind == .numeric else { return }
        numbers.write(count, at: row) { $0.baseAddress?.update(from: source, count: count) }
        return
      }
      let source = column.codeTarget
      column.levelNumbers.withUnsafeBufferPointer { numbers in
        codes.write(count, at: row) { target in
          for index in 0..<count {
            let code = source[index]
            target[index] = code < 0 ? -1 : numbers[Int(code)]
          }
        }
      }
    }
  }
}
