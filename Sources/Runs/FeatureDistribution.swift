public import Shift

/// How one feature is distributed in test against a reference, to be drawn and to be read.
public struct FeatureDistribution: Sendable, Equatable {
  /// What is drawn.
  public enum Shape: Sendable, Equatable {
    /// Two histograms on the same bins.
    case numeric(PairedHistogram)

    /// The counts of the categories.
    case categorical(PairedCounts)

    /// Nothing: no value is present on either side.
    case empty
  }

  /// The name, the statistics and the verdict.
  public var drift: FeatureDrift

  /// What is drawn.
  public var shape: Shape

  /// The mean of the present values; numeric features only.
  public var mean: Paired<Double>?

  /// The population standard deviation of the present values; numeric features only.
  public var standardDeviation: Paired<Double>?

  /// Creates a distribution.
  public init(
    drift: FeatureDrift, shape: Shape, mean: Paired<Double>? = nil,
    standardDeviation: Paired<Double>? = nil
  ) {
    self.drift = drift
    self.shape = shape
    self.mean = mean
    self.standardDeviation = standardDeviation
  }
}
