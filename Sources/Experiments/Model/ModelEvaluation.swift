public import Shift

/// How good a model is on the rows of a file.
public struct ModelEvaluation: Sendable, Equatable {
  /// The scores of a task.
  public enum Scores: Sendable, Equatable {
    case classification(ClassificationScores)
    case regression(RegressionScores)
  }

  /// The rows, or series, that have a target.
  public var rows: Int

  /// The rows, or series, that the loss is the mean of: those of a class that the model has.
  public var rowsInLoss: Int

  /// The steps of the longest series; `nil` when rows are no series.
  public var steps: Int?

  /// The data loss: cross-entropy in nats, or mean squared error in units of the scaled target.
  ///
  /// NaN when no row counted: ``rowsInLoss`` is then 0.
  public var loss: Double

  /// The scores.
  public var scores: Scores

  /// The 95 % interval of the accuracy (Wilson's) or of R2 (resampled rows); `nil` where there is none.
  public var interval: Interval?

  /// What the accuracy would be estimated to be without the answers; `nil` in a regression.
  public var estimate: AccuracyEstimate?

  /// How much worse the model is than on a reference; `nil` without one.
  public var gap: ShiftGap?

  /// What a person should know about the file, a line each.
  public var warnings: [String]

  /// Creates an evaluation from its parts; by default all rows count in the loss.
  public init(
    rows: Int, rowsInLoss: Int? = nil, steps: Int? = nil, loss: Double, scores: Scores,
    interval: Interval? = nil, warnings: [String] = []
  ) {
    self.rows = rows
    self.rowsInLoss = rowsInLoss ?? rows
    self.steps = steps
    self.loss = loss
    self.scores = scores
    self.interval = interval
    self.warnings = warnings
  }
}

/// The scores of a regression, in the target's units.
public struct RegressionScores: Sendable, Equatable {
  /// The mean absolute error.
  public var meanAbsoluteError: Double

  /// The root of the mean squared error.
  public var rootMeanSquaredError: Double

  /// The coefficient of determination, 1 - SSE / SST; NaN when the target is constant.
  public var r2: Double

  /// Creates scores.
  public init(meanAbsoluteError: Double, rootMeanSquaredError: Double, r2: Double) {
    self.meanAbsoluteError = meanAbsoluteError
    self.rootMeanSquaredError = rootMeanSquaredError
    self.r2 = r2
  }
}
