/// The cells of one column of one block, by rows of the block.
///
/// A column whose kind is not known begins as numbers. At its first text it turns to categories; the
/// numbers before that have lost their spelling, and the block is read again up to that row.
final class BlockColumn {
  let name: String
  let request: ColumnBuilder.Request

  private(set) var kind = ColumnKind.numeric
  /// The first cell that is no number, of a column taken for numbers; lines count within the block.
  private(set) var firstText: ColumnBuilder.Place?
  private(set) var firstInfinity: ColumnBuilder.Place?
  /// The rows, from the first on, whose numbers have to be read again for their spelling.
  private(set) var rowsToSpell = 0
  /// Whether cells are taken, and not passed over.
  var isTaking = false
  /// For each level of the block its number in the whole column.
  var levelNumbers: [Int32] = []

  let levels = LevelTable()
  private var numbers: UnsafeMutablePointer<Double>?
  private var codes = GrowingBuffer<Int32>(capacity: 1)
  private var room = 0

  init(name: String, request: ColumnBuilder.Request) {
    self.name = name
    self.request = request
  }

  /// Empties the column for the next block.
  ///
  /// - Parameters:
  ///   - kind: what the cells are taken for.
  ///   - numbers: where numbers go, by row.
  ///   - room: for how many rows there is room.
  func begin(as kind: ColumnKind, numbers: UnsafeMutablePointer<Double>, room: Int) {
    self.kind = kind
    self.numbers = numbers
    self.room = room
    firstText = nil
    firstInfinity = nil
    rowsToSpell = 0
    isTaking = request.isRead
    if isTaking, kind == .categorical { beginCategories() }
  }

  /// Where the hot loop writes numbers by row; nil when the column takes none.
  var numberTarget: UnsafeMutablePointer<Double>? {
    isTaking && kind == .numeric ? numbers : nil
  }

  /// What the hot loop needs; good until the kind changes or the next block begins.
  var target: CellTarget {
    let takesCodes = isTaking && kind == .categorical
    return CellTarget(
      numbers: numberTarget, codes: takesCodes ? codes.base : nil,
      levels: levels.lookup)
  }

  var codeTarget: UnsafeMutablePointer<Int32> { codes.base }

  /// Whether one of the first rows holds a number.
  func hasNumbers(within rows: Int) -> Bool {
    guard isTaking, let numbers else { return false }
    return (0..<rows).contains { !numbers[$0].isNaN }
  }

  /// Takes a cell that the hot loop could not read.
  ///
  /// A row may be given again: the last one counts.
  func take(
    _ text: UnsafeBufferPointer<UInt8>, row: Int, line: Int, hasDecimalComma: Bool, file: String
  ) throws(DatasetError) {
    if kind == .numeric {
      if text.isMissing {
        numbers?[row] = .nan
        return
      }
      if let value = NumberParser.parse(text, hasDecimalComma: hasDecimalComma) {
        if !value.isFinite, firstInfinity == nil {
          firstInfinity = ColumnBuilder.Place(file: file, line: line, text: text.decoded)
        }
        numbers?[row] = value
        return
      }
      try turnToCategories(at: row, line: line, text: text, file: file)
    } else if text.isMissing {
      codes.base[row] = -1
      return
    }
    let known = levels.count
    let code = levels.code(of: text)
    if levels.count > known, String(validating: text, as: UTF8.self) == nil {
      throw DatasetError(.notUTF8, file: file, line: line, column: name)
    }
    codes.base[row] = code
  }

  /// Makes a column of categories without a value, for the block to be read again.
  func becomeCategories(rows: Int) {
    kind = .categorical
    beginCategories()
    codes.base.update(repeating: -1, count: rows)
  }

  /// That the rows whose spelling was lost have been read again.
  func hasBeenSpelled() { rowsToSpell = 0 }

  private func beginCategories() {
    codes.grow(to: room)
    levels.removeAll()
  }

  private func turnToCategories(
    at row: Int, line: Int, text: UnsafeBufferPointer<UInt8>, file: String
  ) throws(DatasetError) {
    guard let decoded = String(validating: text, as: UTF8.self) else {
      throw DatasetError(.notUTF8, file: file, line: line, column: name)
    }
    if case .numbers(let reason) = request {
      throw DatasetError(
        .notANumber(decoded, because: reason), file: file, line: line, column: name)
    }
    firstText = ColumnBuilder.Place(file: file, line: line, text: decoded)
    rowsToSpell = hasNumbers(within: row) ? row : 0
    becomeCategories(rows: row)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The text, with U+FFFD for what is no UTF-8.
  var decoded: String { String(decoding: self, as: UTF8.self) }
}
