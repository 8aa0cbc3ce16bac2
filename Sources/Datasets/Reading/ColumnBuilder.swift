/// Gathers the cells of one column of one file and finds out what they are.
///
/// A column whose kind is not given begins as numbers. At its first text it turns to categories;
/// the numbers before that have lost their spelling, and the file is read again up to that row.
final class ColumnBuilder {
  /// What the cells are to be taken for.
  enum Request {
    case byLooking, categories
    case numbers(DatasetError.NumericReason)
    case nothing
  }

  /// A cell to be named in a message.
  struct Place {
    var line: Int
    var text: String
  }

  let name: String
  let request: Request
  /// Whether the cells are wanted at all.
  let isRead: Bool
  private(set) var kind: ColumnKind
  /// The first cell that is no number, of a column found to be text by looking.
  private(set) var firstText: Place?
  private(set) var firstInfinity: Place?
  /// What makes text of a column of numbers; known when the column is finished.
  private(set) var slips: NumberSlips?
  /// The rows, from the first on, whose numbers have to be read again for their spelling.
  private(set) var rowsToSpell = 0

  private var numbers = GrowingBuffer<Double>(capacity: 1)
  private var codes = GrowingBuffer<Int32>(capacity: 1)
  private var levels = LevelTable()
  private var hasDecimalComma = false

  init(name: String, request: Request) {
    self.name = name
    self.request = request
    kind =
      switch request {
      case .byLooking, .numbers: .numeric
      case .categories, .nothing: .categorical
      }
    isRead = if case .nothing = request { false } else { true }
  }

  /// A builder that takes nothing.
  static func passingOver(_ name: String) -> ColumnBuilder {
    ColumnBuilder(name: name, request: .nothing)
  }

  /// Where the hot loop writes numbers by row; nil when the column holds none.
  ///
  /// Good until `reserve` is called or the kind changes.
  var numberTarget: UnsafeMutablePointer<Double>? {
    kind == .numeric ? numbers.base : nil
  }

  func reserve(_ rows: Int) {
    guard isRead else { return }
    if kind == .numeric { numbers.grow(to: rows) } else { codes.grow(to: rows) }
  }

  /// Takes a cell that the hot loop could not read.
  ///
  /// A row may be given again: the last one counts.
  func take(
    _ text: UnsafeBufferPointer<UInt8>, row: Int, line: Int, hasDecimalComma: Bool, file: String
  ) throws(DatasetError) {
    switch kind {
    case .numeric where text.isMissing: numbers.base[row] = .nan
    case .categorical where text.isMissing: codes.base[row] = -1
    case .numeric:
      if let value = number(text, hasDecimalComma: hasDecimalComma) {
        if !value.isFinite, firstInfinity == nil {
          firstInfinity = Place(line: line, text: text.decoded)
        }
        numbers.base[row] = value
      } else {
        try turnToCategories(at: row, line: line, text: text, file: file)
        self.hasDecimalComma = hasDecimalComma
        try take(text, row: row, line: line, hasDecimalComma: hasDecimalComma, file: file)
      }
    case .categorical:
      let known = levels.count
      let code = levels.code(of: text)
      if levels.count > known, String(validating: text, as: UTF8.self) == nil {
        throw DatasetError(.notUTF8, file: file, line: line, column: name)
      }
      codes.base[row] = code
    }
  }

  /// The column of the first `rowCount` rows.
  ///
  /// - Throws: `DatasetError` when a column of numbers has an infinity.
  func finish(rowCount: Int, file: String) throws(DatasetError) -> Column {
    switch kind {
    case .numeric:
      if let firstInfinity {
        throw DatasetError(
          .infinity(firstInfinity.text), file: file, line: firstInfinity.line, column: name)
      }
      let column = [Double](UnsafeBufferPointer(start: numbers.base, count: rowCount))
      numbers = GrowingBuffer(capacity: 1)
      return .numeric(column)
    case .categorical:
      slips = firstText.flatMap { numberSlips(after: $0, rowCount: rowCount) }
      return .categorical(orderedColumn(rowCount: rowCount))
    }
  }

  private func number(_ text: UnsafeBufferPointer<UInt8>, hasDecimalComma: Bool) -> Double? {
    if let value = NumberParser.parse(text) { return value }
    if NumberParser.isInfinity(text) { return .infinity }
    guard hasDecimalComma else { return nil }
    let comma = UInt8(ascii: ",")
    guard let first = text.firstIndex(of: comma), !text.contains(point) else { return nil }
    var withPoint = Array(text)
    withPoint[first] = point
    return withPoint.withUnsafeBufferPointer { NumberParser.parse($0) }
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
    firstText = Place(line: line, text: decoded)
    let hasNumbers = (0..<row).contains { !numbers.base[$0].isNaN }
    rowsToSpell = hasNumbers ? row : 0
    codes = GrowingBuffer(capacity: numbers.capacity)
    codes.base.update(repeating: -1, count: row)
    numbers = GrowingBuffer(capacity: 1)
    kind = .categorical
  }

  private func numberSlips(after first: Place, rowCount: Int) -> NumberSlips? {
    let isNumber = (0..<levels.count).map { code in
      var spelling = levels.spelling(of: code)
      return spelling.withUTF8 { number($0, hasDecimalComma: hasDecimalComma) } != nil
    }
    var numbers = 0
    var present = 0
    for row in 0..<rowCount where codes.base[row] >= 0 {
      present += 1
      numbers += isNumber[Int(codes.base[row])] ? 1 : 0
    }
    return NumberSlips(first: first, numbers: numbers, of: present)
  }

  /// Puts the levels in order and numbers the cells anew.
  private func orderedColumn(rowCount: Int) -> CategoricalColumn {
    let spellings = (0..<levels.count).map { levels.spelling(of: $0) }
    let ordered = LevelOrder.sorted(spellings)
    var place: [String: Int32] = [:]
    for (index, spelling) in ordered.enumerated() { place[spelling] = Int32(index) }
    let renumbered = spellings.map { place[$0] ?? -1 }
    let ordinals = (0..<rowCount).map { row in
      let code = codes.base[row]
      return code < 0 ? -1 : renumbered[Int(code)]
    }
    return CategoricalColumn(codes: ordinals, levels: ordered)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The text, with U+FFFD for what is no UTF-8.
  var decoded: String { String(decoding: self, as: UTF8.self) }
}
