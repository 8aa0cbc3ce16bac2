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

  /// A number that looks drawn: the last steps of SplitMix64 (Steele and others, 2014).
  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
