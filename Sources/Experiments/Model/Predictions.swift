/// What a model predicts for the rows of a file, in their order.
public enum Predictions: Sendable, Equatable {
  /// The most probable class of each row, as an index into `classes`, and the probability of each
  /// class, row-major.
  case classes(_ predicted: [Int], probabilities: [Double], classes: [String])

  /// The number predicted for each row, in the target's units.
  case values([Double])
}
