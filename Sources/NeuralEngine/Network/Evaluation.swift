/// What a network's outputs are worth on some samples, with fixed weights, as sums in double.
public struct Evaluation: Sendable, Equatable {
  /// The rows evaluated.
  public var rows = 0

  /// The rows with a loss: all but those of a class that the network does not have.
  public var rowsWithLoss = 0

  /// The sum of the rows' losses, times their weights where they have some, without a penalty.
  public var lossSum = 0.0

  /// The rows whose class is right.
  public var correct = 0

  /// The sum of `|output - target|`.
  public var absoluteError = 0.0

  /// The sum of `(output - target)^2`.
  public var squaredError = 0.0

  /// Creates the evaluation of no rows.
  public init() {}

  /// The mean loss; NaN without rows.
  public var dataLoss: Double { lossSum / Double(rowsWithLoss) }

  /// The share of rows whose class is right; NaN without rows.
  public var accuracy: Double { Double(correct) / Double(rows) }
}
