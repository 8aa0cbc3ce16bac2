/// The result of a two-sample Cramer-von Mises test.
public struct CramerVonMises: Sendable, Equatable {
  /// `nm/(n+m)` times the mean square distance of the two empirical distribution functions over
  /// the values of both samples.
  public var statistic: Double

  /// The probability of a statistic at least as large when both samples share one distribution.
  public var p: Double

  /// Creates a result from its parts.
  public init(statistic: Double, p: Double) {
    self.statistic = statistic
    self.p = p
  }
}

extension CramerVonMises {
  /// The most values in the larger sample for which p is exact, as in scipy.
  private static let largestExactSize = 20

  /// Creates the result for samples of n and m values; `nil` with fewer than two in a sample.
  ///
  /// - Parameters:
  ///   - n: The size of the one sample.
  ///   - m: The size of the other.
  ///   - rankDistance: The statistic times `n m (n + m)^2`.
  init?(n: Int, m: Int, rankDistance: Double) {
    guard min(n, m) >= 2 else { return nil }
    let product = Double(n) * Double(m)
    let total = Double(n) + Double(m)
    statistic = rankDistance / (product * total * total)
    if max(n, m) <= Self.largestExactSize {
      p = cramerVonMisesTail(n: n, m: m, rankDistance: rankDistance)
    } else {
      // Anderson's moments of the statistic bring it to those of its limit.
      let mean = (1 + 1 / total) / 6
      let spread = 4 * product * total - 3 * (Double(n) * Double(n) + Double(m) * Double(m))
      let variance = (total + 1) * (spread - 2 * product) / (180 * total * total * product)
      p = cramerVonMisesLimit(1.0 / 6 + (statistic - mean) / (45 * variance).squareRoot())
    }
  }
}
