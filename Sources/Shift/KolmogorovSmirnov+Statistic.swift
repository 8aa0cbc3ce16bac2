extension KolmogorovSmirnov {
  /// The largest distance between two empirical distribution functions, without its p value.
  ///
  /// - Complexity: O(n + m).
  ///
  /// - Returns: The statistic in `0...1`, or `nil` when a sample has no values.
  public static func statistic(_ reference: SortedSample, _ current: SortedSample) -> Double? {
    let n = reference.values.count
    let m = current.values.count
    guard n > 0, m > 0 else { return nil }
    return Double(EmpiricalDistance(reference, current).largestGap) / (Double(n) * Double(m))
  }
}
