import Shift

/// Rows that stand for all of them, where looking at some is enough.
enum RowDraw {
  /// At most `limit` of `count` rows, ascending: one from each of as many equal stretches of the
  /// file, so that no order of the file is missed, at a place that no period of the file meets.
  static func rows(of count: Int, limit: Int) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    return (0..<limit).map { stretch in
      let start = stretch * count / limit
      let end = (stretch + 1) * count / limit
      return start + Int(mixed(UInt64(stretch)) % UInt64(end - start))
    }
  }

  /// Whether a row is in the first of two halves that are drawn by lot.
  static func isInFirstHalf(_ row: Int) -> Bool { mixed(UInt64(row)) & 1 == 0 }

  /// A number that looks drawn.
  static func mixed(_ value: UInt64) -> UInt64 {
    var random = SplitMix64(seed: value)
    return random.next()
  }
}
