/// The order in which features are listed, which follows their scores without jitter.
///
/// The order stays until a feature is clearly ahead of one above it, so that two of nearly equal scores
/// do not swap places at every look.
struct FeatureRanking: Sendable, Equatable {
  /// The indices of the features, those of the highest scores first.
  private(set) var order: [Int] = []

  /// How much a score must exceed one above it: a share of that one and an absolute part.
  static let margin = (relative: 0.15, absolute: 0.004)

  /// An order by score, ties in the order of the features.
  init(scores: [Double] = []) {
    order = scores.indices.sorted {
      (scores[$0], -$0) > (scores[$1], -$1)
    }
  }

  /// Orders anew if any feature is clearly ahead of one above it.
  mutating func follow(_ scores: [Double]) {
    guard scores.count == order.count else {
      self = FeatureRanking(scores: scores)
      return
    }
    var lowest = Double.infinity
    for index in order {
      if scores[index] > lowest * (1 + Self.margin.relative) + Self.margin.absolute {
        self = FeatureRanking(scores: scores)
        return
      }
      lowest = min(lowest, scores[index])
    }
  }
}
