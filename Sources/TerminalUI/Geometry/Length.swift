/// How much of a row or a column one of its parts asks for.
public enum Length: Hashable, Sendable {
  /// Exactly this many cells, as far as there are so many.
  case fixed(Int)
  /// A share of what the others leave, by weight, but at least `minimum` cells where there are any.
  case flexible(weight: Int = 1, minimum: Int = 0)

  /// A share of what is left.
  public static let flexible = Length.flexible()

  private var weight: Int {
    if case .flexible(let weight, _) = self { max(0, weight) } else { 0 }
  }

  private var least: Int {
    switch self {
    case .fixed(let cells): max(0, cells)
    case .flexible(_, let minimum): max(0, minimum)
    }
  }

  /// The cells that each length gets out of `total`.
  ///
  /// Fixed and minimum sizes are served first, in order, until nothing is left; the rest goes to the
  /// flexible lengths in proportion to their weights. A flexible length whose share would be below
  /// its minimum keeps the minimum. The sum never exceeds `total`, and no length is negative.
  ///
  /// - Parameters:
  ///   - lengths: What each part asks for.
  ///   - total: The cells there are.
  /// - Returns: One number of cells a length.
  public static func distribute(_ lengths: [Length], over total: Int) -> [Int] {
    var left = max(0, total)
    var cells = lengths.map { length in
      let given = min(length.least, left)
      left -= given
      return given
    }
    // Level the flexible parts: whoever's minimum is above its fair share keeps the minimum and no
    // longer takes part; the others share what remains.
    var sharing = lengths.indices.filter { lengths[$0].weight > 0 }
    while !sharing.isEmpty {
      let weights = sharing.reduce(0) { $0 + lengths[$1].weight }
      let pool = left + sharing.reduce(0) { $0 + cells[$1] }
      let content = sharing.filter { cells[$0] * weights > pool * lengths[$0].weight }
      guard content.isEmpty else {
        sharing.removeAll { content.contains($0) }
        continue
      }
      var weightBefore = 0
      for index in sharing {
        let weightAfter = weightBefore + lengths[index].weight
        cells[index] = pool * weightAfter / weights - pool * weightBefore / weights
        weightBefore = weightAfter
      }
      break
    }
    return cells
  }
}
