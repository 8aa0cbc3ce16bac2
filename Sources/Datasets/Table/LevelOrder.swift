/// The order in which categories and classes are listed everywhere.
///
/// It depends on the spellings alone, never on the order of rows: in numeric order when all are
/// numbers (`2` before `10`; numbers of one value by code point), else by code point.
enum LevelOrder {
  /// The spellings in order, each once; canonically equivalent ones count as one.
  static func sorted(_ spellings: some Sequence<String>) -> [String] {
    var seen: Set<String> = []
    let byCodePoint = spellings.sorted { precedesByCodePoint($0, $1) }
      .filter { seen.insert($0).inserted }
    var keyed: [(value: Double, spelling: String)] = []
    keyed.reserveCapacity(byCodePoint.count)
    for spelling in byCodePoint {
      guard let value = NumberParser.parse(spelling), value.isFinite else { return byCodePoint }
      keyed.append((value, spelling))
    }
    return keyed.sorted {
      $0.value != $1.value
        ? $0.value < $1.value : precedesByCodePoint($0.spelling, $1.spelling)
    }.map(\.spelling)
  }

  /// UTF-8 bytes sort as code points do.
  private static func precedesByCodePoint(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}
