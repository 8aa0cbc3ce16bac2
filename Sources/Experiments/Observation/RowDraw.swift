import NeuralEngine
import Runs

/// Draws the rows of a split that stand for all when there are too many to look at.
enum RowDraw {
  /// At most `limit` of `count` rows, ascending; a function of its arguments.
  static func rows(of count: Int, limit: Int, split: Split) -> [Int] {
    let index = UInt64(Split.allCases.firstIndex(of: split) ?? 0)
    var random = CounterRandom(seed: 0, purpose: .sample, index: index)
    return rows(of: count, limit: limit, using: &random)
  }

  /// At most `limit` of `count` rows, ascending, every choice equally likely.
  static func rows(of count: Int, limit: Int, using random: inout CounterRandom) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    // Selection sampling (Knuth, algorithm S): each row with the chance that fills the draw.
    var rows: [Int] = []
    rows.reserveCapacity(limit)
    for row in 0..<count where rows.count < limit {
      let chance = Double(limit - rows.count) / Double(count - row)
      if random.nextUnit() < chance { rows.append(row) }
    }
    return rows
  }
}
