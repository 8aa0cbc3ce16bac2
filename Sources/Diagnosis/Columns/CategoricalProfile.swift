import Datasets
import Runs

/// The categories of a column in short.
struct CategoricalProfile: Sendable {
  /// A spelling that occurs.
  struct Level: Sendable {
    let text: String
    let count: Int
    /// Its number in the column.
    let code: Int
  }

  /// The spellings that occur, in the order of the column.
  let levels: [Level]

  /// The cells that hold a value, and those that do not.
  let present: Int
  let missing: Int

  init(_ column: CategoricalColumn) {
    levels = zip(column.levels, column.levelCounts).enumerated()
      .filter { $0.element.1 > 0 }
      .map { Level(text: $0.element.0, count: $0.element.1, code: $0.offset) }
    present = levels.reduce(0) { $0 + $1.count }
    missing = column.codes.count - present
  }

  /// The chance that two rows hold the same.
  var collision: Double {
    guard present > 1 else { return 0 }
    let pairs = levels.reduce(0.0) { $0 + Double($1.count) * Double($1.count - 1) }
    return pairs / (Double(present) * Double(present - 1))
  }

  /// The share of present cells whose spelling fulfils a condition.
  func share(where condition: (String) -> Bool) -> Double {
    guard present > 0 else { return 0 }
    let count = levels.reduce(0) { $0 + (condition($1.text) ? $1.count : 0) }
    return Double(count) / Double(present)
  }
}
