/// The order in which features are listed, which follows their scores without jitter.
///
/// A feature overtakes the one above it only when it is clearly ahead, so that two of nearly equal
/// scores do not swap places at every look.
struct FeatureRanking: Sendable, Equatable {
  /// The indices of the features, those of the highest scores first.
  private(set) var order: [Int] = []

  /// How much a score must exceed the one above it: a share of it and an absolute part.
  static let margin = (relative: 0.15, absolute: 0.004)

  /// The most sweeps over the list at one look; what is left follows at the next.
  private static let sweeps = 16

  /// An order by score, ties in the order of the features.
  init(scores: [Double] = []) {
    order = scores.indices.sorted {
      (scores[$0], -$0) > (scores[$1], -$1)
    }
  }

  /// Moves the features whose scores have clearly passed those of their neighbours.
  mutating func follow(_ scores: [Double]) {
    guard scores.count == order.count else {
      self = FeatureRanking(scores: scores)
      return
    }
    for _ in 0..<Self.sweeps where !sweep(scores) { return }
  }

  /// Goes once down and once up the list.
  ///
  /// - Returns: Whether anything moved.
  private mutating func sweep(_ scores: [Double]) -> Bool {
    var hasMoved = false
    let pairs = stride(from: 0, to: order.count - 1, by: 1)
    for upper in Array(pairs) + pairs.reversed() {
      let (above, below) = (scores[order[upper]], scores[order[upper + 1]])
      guard below > above * (1 + Self.margin.relative) + Self.margin.absolute else { continue }
      order.swapAt(upper, upper + 1)
      hasMoved = true
    }
    return hasMoved
  }
}
