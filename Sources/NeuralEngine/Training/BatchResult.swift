/// What one training step saw, with the weights before its update.
public struct BatchResult: Sendable, Equatable {
  /// The rows of the batch.
  public var rows: Int

  /// The mean loss of the rows whose class the network has, each times its weight; 0 when there are
  /// none.
  public var dataLoss: Double

  /// The penalty's value.
  public var penalty: Double

  /// The rows whose class is right.
  public var correct: Int

  /// The sum of `|output - target|`.
  public var absoluteError: Double

  /// The sum of `(output - target)^2`.
  public var squaredError: Double

  /// Whether loss and penalty are numbers.
  ///
  /// When the loss is not, the step changed no weight.
  public var isFinite: Bool { dataLoss.isFinite && penalty.isFinite }
}
