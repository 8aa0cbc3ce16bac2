extension Interval {
  /// The 95 % percentile interval of a statistic's values on resamples.
  ///
  /// The quantiles at .025 and .975, by linear interpolation between order statistics as numpy does.
  ///
  /// - Parameter replicates: The statistic on each resample; those that are no number are left out.
  /// - Returns: The interval, or `nil` when less than nine tenths of the replicates are numbers.
  public static func percentiles(of replicates: [Double]) -> Interval? {
    let sorted = replicates.filter(\.isFinite).sorted()
    guard !sorted.isEmpty, sorted.count * 10 >= replicates.count * 9 else { return nil }
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    return Interval(low: quantile(0.025), high: quantile(0.975))
  }

  /// Newcombe's interval for the difference of two shares of independent rows, such as two accuracies.
  ///
  /// With Wilson's limits l and u of each share, `d - sqrt((p1-l1)^2 + (u2-p2)^2)` to
  /// `d + sqrt((u1-p1)^2 + (p2-l2)^2)`. It takes the place of the bootstrap, which draws such a share from a binomial
  /// law and finds no width at all where every row is right. R. G. Newcombe, Statistics in Medicine 17
  /// (1998) 873-890, method 10.
  ///
  /// - Parameters:
  ///   - first: Successes and trials of the share that is taken from.
  ///   - second: Successes and trials of the share that is taken off.
  /// - Returns: The interval of `first - second`, or `nil` without trials in both.
  /// - Precondition: As many trials as successes in both, and no count below 0.
  public static func difference(
    of first: (successes: Int, trials: Int), minus second: (successes: Int, trials: Int)
  ) -> Interval? {
    guard let one = wilson(successes: first.successes, of: first.trials),
      let other = wilson(successes: second.successes, of: second.trials)
    else { return nil }
    let p = Double(first.successes) / Double(first.trials)
    let q = Double(second.successes) / Double(second.trials)
    func reach(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    return Interval(
      low: p - q - reach(p - one.low, other.high - q),
      high: p - q + reach(one.high - p, q - other.low))
  }
}
