/// What a comparison says about a feature, once its p value is corrected.
public enum DriftVerdict: Sendable, Equatable, CaseIterable {
  /// There is no p value: nothing to compare.
  case incomparable
  /// The p value is small, and the effect large enough to matter.
  case drifted
  /// The p value is small, the effect too: many values tell a small difference.
  case movedLittle
  /// The effect is large, and the p value small before it was corrected: few values tell nothing for sure.
  case tooFewToTell
  /// Neither tells of a difference.
  case notDrifted
}

extension FeatureDrift {
  /// The p value, corrected, below which chance is ruled out.
  static let significance = 0.05

  /// The effect from which on a difference matters.
  static let smallestEffect = 0.1

  /// What the numbers say; before correction the feature's own p stands for the corrected one.
  public var verdict: DriftVerdict {
    guard let p else { return .incomparable }
    if drifted { return .drifted }
    if (pAdjusted ?? p) < Self.significance { return .movedLittle }
    // Of few values the effect is large by chance alone.
    let isSuspect = p < Self.significance && effectSize >= Self.smallestEffect
    return isSuspect ? .tooFewToTell : .notDrifted
  }
}
