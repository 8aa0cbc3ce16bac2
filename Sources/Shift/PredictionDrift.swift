/// How far what a model says of the current rows is from what it says of the reference's.
public struct PredictionDrift: Sendable, Equatable {
  /// How many rows, or series, were predicted.
  public var rows: Paired<Int>

  /// The predicted class, or the predicted number.
  public var predicted: FeatureDrift

  /// The probability of each class; empty in a regression.
  public var probabilities: [FeatureDrift]

  /// Creates the drift of predictions, corrected for their number; the probabilities of two classes count once.
  public init(rows: Paired<Int>, predicted: FeatureDrift, probabilities: [FeatureDrift]) {
    self.rows = rows
    // Of two classes the one probability is 1 less the other: both are one comparison.
    let isOne = probabilities.count == 2
    let adjusted = adjustingForMultipleTests(
      [predicted] + (isOne ? probabilities.prefix(1) : probabilities[...]))
    self.predicted = adjusted[0]
    self.probabilities = Array(adjusted.dropFirst())
    if isOne {
      var other = probabilities[1]
      (other.pAdjusted, other.drifted) = (adjusted[1].pAdjusted, adjusted[1].drifted)
      self.probabilities.append(other)
    }
  }

  /// All that was compared, what is predicted first.
  public var all: [FeatureDrift] { [predicted] + probabilities }

  /// The verdict in a line of plain words: that on what moved most, or on what is predicted.
  public var summary: String {
    let most = all.filter(\.drifted).max { $0.effectSize < $1.effectSize }
    return "predictions: \(DriftSentence.feature(most ?? predicted))"
  }
}
