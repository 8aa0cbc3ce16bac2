/// A range of values that an estimate is compatible with.
public struct Interval: Sendable, Equatable, Codable {
  /// The lower end.
  public var low: Double

  /// The upper end.
  public var high: Double

  /// Creates an interval from its ends.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Half the distance between the ends: what stands behind the `±`.
  public var halfWidth: Double { (high - low) / 2 }

  /// The 95 % point of the standard normal distribution, two-sided.
  public static let standardNormal95 = 1.959963984540054

  /// Wilson's score interval for a share, such as an accuracy.
  ///
  /// `(p + z^2/2n ± z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)`, which stays within `0...1` and
  /// has a width even when the share is 0 or 1. E. B. Wilson, JASA 22 (1927) 209-212.
  ///
  /// - Parameters:
  ///   - successes: How many trials succeeded.
  ///   - trials: How many trials there were.
  ///   - z: The normal quantile of the confidence. The default value is that of 95 %.
  /// - Returns: The interval, or `nil` when there were no trials.
  /// - Precondition: `0 <= successes <= trials`.
  public static func wilson(
    successes: Int, of trials: Int, z: Double = standardNormal95
  ) -> Interval? {
    precondition(
      0 <= successes && successes <= trials, "\(successes) successes of \(trials) trials")
    guard trials > 0 else { return nil }
    let n = Double(trials)
    let share = Double(successes) / n
    let centre = share + z * z / (2 * n)
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    // At the ends the bound is exact, and rounding would leave a trace.
    return Interval(
      low: successes == 0 ? 0 : max(0, (centre - reach) / scale),
      high: successes == trials ? 1 : min(1, (centre + reach) / scale))
  }
}
