/// What a run came to, evaluated with fixed weights.
public struct RunResult: Sendable, Equatable, Codable {
  /// The epochs that were trained.
  public var epochs: Int

  /// The epoch with the lowest validation loss (without validation, the last one).
  public var bestEpoch: Int

  /// The epoch whose weights these metrics are of: the last one, or with early stopping the best one.
  public var weightsEpoch: Int

  /// The metrics on train.
  public var train: Metrics

  /// The metrics on validation.
  public var validation: Metrics?

  /// The metrics on test.
  public var test: Metrics?

  /// More scores on test, of a classification.
  public var testScores: ClassScores?

  /// How sure the scores are; `nil` when the sampling of rows says nothing, as in an R2 of one row.
  public var intervals: ScoreIntervals

  /// What the accuracy on test is estimated to be, when its rows have no labels; classification only.
  public var estimatedTestAccuracy: Double?

  /// The time from the first batch of the run to its end, in seconds.
  public var seconds: Double

  /// Whether it was ended before its last epoch by an interrupt.
  public var isInterrupted: Bool

  /// Creates a result.
  public init(
    epochs: Int, bestEpoch: Int, weightsEpoch: Int, train: Metrics, validation: Metrics?,
    test: Metrics?, testScores: ClassScores? = nil, intervals: ScoreIntervals = ScoreIntervals(),
    estimatedTestAccuracy: Double? = nil, seconds: Double, isInterrupted: Bool
  ) {
    self.epochs = epochs
    self.bestEpoch = bestEpoch
    self.weightsEpoch = weightsEpoch
    self.train = train
    self.validation = validation
    self.test = test
    self.testScores = testScores
    self.intervals = intervals
    self.estimatedTestAccuracy = estimatedTestAccuracy
    self.seconds = seconds
    self.isInterrupted = isInterrupted
  }

  /// Train minus validation, in accuracy or R2: positive is worse.
  public var overfitGap: Double? { train.gap(to: validation) }

  /// Validation minus test, in accuracy or R2: positive is worse.
  public var shiftGap: Double? { validation?.gap(to: test) }
}
