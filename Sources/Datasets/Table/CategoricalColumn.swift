/// A column of categories: one small number a row, and the spelling each number stands for.
public struct CategoricalColumn: Sendable, Equatable {
  /// For each row an index into `levels`; -1 is a missing cell.
  public let codes: [Int32]

  /// The spellings, each once, in numeric order when all are numbers, else by code point.
  ///
  /// A level need not occur: a selection of rows keeps the levels of the whole column.
  public let levels: [String]

  /// Creates a column.
  ///
  /// - Precondition: every code is in `-1..<levels.count`.
  public init(codes: [Int32], levels: [String]) {
    precondition(
      codes.allSatisfy { $0 >= -1 && $0 < levels.count },
      "a code lies outside of the \(levels.count) levels")
    self.codes = codes
    self.levels = levels
  }

  /// The spelling in a row, nil when the cell is missing.
  public subscript(row: Int) -> String? {
    let code = Int(codes[row])
    return code < 0 ? nil : levels[code]
  }

  /// How often each level occurs, in the order of `levels`.
  public var levelCounts: [Int] {
    var counts = [Int](repeating: 0, count: levels.count)
    for code in codes where code >= 0 { counts[Int(code)] += 1 }
    return counts
  }
}
