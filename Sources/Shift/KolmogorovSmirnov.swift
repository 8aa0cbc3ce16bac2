/// The result of a two-sided two-sample Kolmogorov-Smirnov test.
public struct KolmogorovSmirnov: Sendable, Equatable {
  /// The largest distance between the two empirical distribution functions, in `0...1`.
  public var statistic: Double

  /// The probability of a distance at least as large when both samples share one distribution.
  public var p: Double

  /// Whether ``p`` is of the asymptotic law and not exact; screens mark such a p with `~`.
  public var isAsymptotic: Bool

  /// Creates a result from its parts.
  public init(statistic: Double, p: Double, isAsymptotic: Bool) {
    self.statistic = statistic
    self.p = p
    self.isAsymptotic = isAsymptotic
  }
}
