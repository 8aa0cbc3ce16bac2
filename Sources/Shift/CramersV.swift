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
