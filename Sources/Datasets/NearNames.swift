/// Names that a mistyped one may have been meant for.
public enum NearNames {
  /// At most three names, the nearest first: those that differ in case or spaces alone, begin
  /// alike, or are within two edits (a third of the length for short ones).
  ///
  /// - Parameters:
  ///   - name: the name as it was typed.
  ///   - candidates: the names that there are.
  /// - Returns: the names, none when nothing is near.
  public static func of(_ name: String, among candidates: [String]) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace })
    guard wanted.count <= 200 else { return [] }
    let ranked = candidates.compactMap { candidate -> (distance: Int, name: String)? in
      let other = Array(
        candidate.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace })
      guard other.count <= 200 else { return nil }
      let limit = min(2, max(1, wanted.count / 3))
      let distance = editDistance(wanted, other)
      if distance <= limit { return (distance, candidate) }
      let isPrefix = wanted.count >= 3 && (other.starts(with: wanted) || wanted.starts(with: other))
      return isPrefix && other.count >= 3 ? (limit + 1, candidate) : nil
    }
    return ranked.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .prefix(3).map(\.element.name)
  }

  /// The name that is the fewest edits away, however far; among equals the first in the alphabet.
  ///
  /// - Parameters:
  ///   - name: the name as it was typed.
  ///   - candidates: the names that there are.
  /// - Returns: the nearest one; nil when there are no candidates.
  public static func nearest(
    to name: String, among candidates: some Sequence<String>
  ) -> String? {
    let wanted = Array(name.unicodeScalars)
    return candidates.map { (editDistance(wanted, Array($0.unicodeScalars)), $0) }.min { $0 < $1 }?
      .1
  }

  /// The number of insertions, deletions and replacements between two texts (Levenshtein 1966).
  static func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var previous = Array(0...second.count)
    for (row, scalar) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        current.append(
          min(
            previous[column] + (scalar == other ? 0 : 1), previous[column + 1] + 1,
            current[column] + 1))
      }
      previous = current
    }
    return previous[second.count]
  }
}
