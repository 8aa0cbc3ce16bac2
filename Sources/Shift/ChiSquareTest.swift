/// The result of a test of a 2 x k table of counts by the chi-square distribution, without Yates' correction.
public struct ChiSquareTest: Sendable, Equatable {
  /// The sum over the cells: of `(observed - expected)^2 / expected`, or of twice
  /// `observed log(observed / expected)` in a G test.
  public var statistic: Double

  /// The degrees of freedom, `k - 1`.
  public var degreesOfFreedom: Int

  /// The probability of a statistic at least as large when both samples share one distribution.
  public var p: Double

  /// Creates a result from its parts.
  public init(statistic: Double, degreesOfFreedom: Int, p: Double) {
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    self.p = p
  }
}
