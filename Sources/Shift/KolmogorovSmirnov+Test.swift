extension KolmogorovSmirnov {
  /// Tests whether two samples come from one distribution.
  ///
  /// - Parameters:
  ///   - reference: The one sample.
  ///   - current: The other.
  ///   - method: When p is exact.
  /// - Returns: The statistic and its p value, or `nil` when a sample has no values.
  public static func test(
    _ reference: SortedSample, _ current: SortedSample, method: PValueMethod = .automatic
  ) -> KolmogorovSmirnov? {
    let n = reference.values.count
    let m = current.values.count
    guard n > 0, m > 0 else { return nil }
    let distance = EmpiricalDistance(reference, current)
    return KolmogorovSmirnov(n: n, m: m, gap: distance.largestGap, method: method)
  }

  /// Creates the result for samples of n and m values whose distance times `n m` is `gap`.
  init(n: Int, m: Int, gap: Int, method: PValueMethod) {
    let isExact = method.isExact(n, m)
    statistic = Double(gap) / (Double(n) * Double(m))
    isAsymptotic = !isExact
    if isExact {
      p = smirnovTail(n: n, m: m, gap: gap)
    } else {
      let product = Double(n) * Double(m)
      let size = (product / Double(n + m)).rounded(.toNearestOrEven)
      p = KolmogorovDistribution(count: max(Int(size), 1)).survival(statistic)
    }
  }
}
