extension ChiSquareTest {
  /// Tests whether two samples of categories come from one distribution.
  ///
  /// Both rows of the table are samples: the reference is not taken as exact, which would give
  /// false alarms. Categories that neither sample has do not count.
  ///
  /// - Parameters:
  ///   - reference: The counts of the one sample, one a category.
  ///   - current: The counts of the other, in the same order.
  /// - Returns: The test, or `nil` when a sample is empty or there are fewer than two categories.
  public static func contingency(_ reference: [Int], _ current: [Int]) -> ChiSquareTest? {
    let table = ContingencyTable(reference.map(Double.init), current.map(Double.init))
    guard let statistic = table.chiSquare else { return nil }
    let degreesOfFreedom = table.categories - 1
    return ChiSquareTest(
      statistic: statistic, degreesOfFreedom: degreesOfFreedom,
      p: ChiSquareDistribution(degreesOfFreedom: degreesOfFreedom).survival(statistic))
  }
}

/// Cramer's V of two samples of categories, with Bergsma's bias correction.
///
/// The larger sample is first scaled down to the size of the smaller, so that V does not depend on
/// how unequal they are. Then, with `phi2 = chi2 / N`, k categories and N = 2 min(n, m),
/// `V = sqrt(max(0, phi2 - (k-1)/(N-1)) / min(k' - 1, r' - 1))`, `k' = k - (k-1)^2/(N-1)`,
/// `r' = 2 - 1/(N-1)`. W. Bergsma, Journal of the Korean Statistical Society 42 (2013) 323-328.
///
/// - Returns: V in `0...1`, or `nil` where there is no chi-square or no room for an association.
func biasCorrectedCramersV(_ reference: [Int], _ current: [Int]) -> Double? {
  let n = Double(reference.reduce(0, +))
  let m = Double(current.reduce(0, +))
  let size = min(n, m)
  guard size > 0 else { return nil }
  let table = ContingencyTable(
    reference.map { Double($0) * (size / n) }, current.map { Double($0) * (size / m) })
  guard let statistic = table.chiSquare else { return nil }
  let total = 2 * size
  let excess = Double(table.categories - 1)
  let association = max(0, statistic / total - excess / (total - 1))
  let room = min(excess - excess * excess / (total - 1), 1 - 1 / (total - 1))
  // As many categories as values leave no room: zero, but for rounding.
  return room > 1e-9 ? min((association / room).squareRoot(), 1) : nil
}

/// The counts, whole or scaled, of two samples in the categories that at least one of them has.
private struct ContingencyTable {
  let columns: [(reference: Double, current: Double)]

  init(_ reference: [Double], _ current: [Double]) {
    columns = zip(reference, current).filter { $0 + $1 > 0 }.map { ($0, $1) }
  }

  var categories: Int { columns.count }

  /// The sum of `(observed - expected)^2 / expected`; `nil` without two rows and two columns.
  var chiSquare: Double? {
    let n = columns.reduce(0) { $0 + $1.reference }
    let m = columns.reduce(0) { $0 + $1.current }
    guard n > 0, m > 0, categories >= 2 else { return nil }
    return columns.reduce(0) { sum, column in
      let together = column.reference + column.current
      let expected = together * (n / (n + m))
      let difference = column.reference - expected
      // The two cells of a column differ from what is expected by the same amount.
      return sum + difference * difference * (1 / expected + 1 / (together - expected))
    }
  }
}
