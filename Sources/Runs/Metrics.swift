/// How good the model is on one split.
public struct Metrics: Sendable, Equatable, Codable {
  /// The data loss: by default cross-entropy in nats, or mean squared error in units of the scaled
  /// target.
  ///
  /// NaN when no row counted.
  public var loss: Double

  /// The share of rows that were classified right, in classification.
  public var accuracy: Double?

  /// The mean absolute error in the target's units, in regression.
  public var meanAbsoluteError: Double?

  /// The root of the mean squared error in the target's units, in regression.
  public var rootMeanSquaredError: Double?

  /// The coefficient of determination, 1 - SSE / SST, in regression.
  public var r2: Double?

  /// Creates the metrics of a classifier.
  public init(loss: Double, accuracy: Double) {
    self.loss = loss
    self.accuracy = accuracy
  }

  /// Creates the metrics of a regression.
  public init(loss: Double, meanAbsoluteError: Double, rootMeanSquaredError: Double, r2: Double) {
    self.loss = loss
    self.meanAbsoluteError = meanAbsoluteError
    self.rootMeanSquaredError = rootMeanSquaredError
    self.r2 = r2
  }

  /// The number that a person steers by: accuracy, or R2 in regression.
  public var score: Double { accuracy ?? r2 ?? .nan }

  /// How far the score of another split is below this one: positive is worse.
  ///
  /// From train to validation it is the over-fit gap, from validation to test the shift gap.
  public func gap(to other: Metrics?) -> Double? { other.map { score - $0.score } }
}
