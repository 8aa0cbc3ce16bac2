/// What a model predicts for the rows of a file, in their order.
public struct Predictions: Sendable, Equatable {
  /// The predictions of a task.
  public enum Outcome: Sendable, Equatable {
    /// The most probable class of each row, as an index into `classes`, and the probability of each
    /// class, row-major.
    case classes(_ predicted: [Int], probabilities: [Double], classes: [String])

    /// The number predicted for each row, in the target's units.
    case values([Double])
  }

  /// The predictions.
  public var outcome: Outcome

  /// What a person should know about the file, a line each.
  public var warnings: [String]

  /// How much the model uses each column of the file, in `0...1` of the one that it uses most; a column that
  /// is not there is no input.
  public var use: [String: Double]

  /// Creates predictions from their parts.
  public init(_ outcome: Outcome, warnings: [String] = [], use: [String: Double] = [:]) {
    self.outcome = outcome
    self.warnings = warnings
    self.use = use
  }
}
