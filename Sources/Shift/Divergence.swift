import Foundation

/// The population stability index: the sum over bins of `(p - q) log(p / q)`.
///
/// - Parameters:
///   - reference: The shares p, floored at 1e-4 and not normalised again.
///   - current: The shares q, floored likewise.
/// - Returns: The index, at or above 0.
func populationStabilityIndex(_ reference: [Double], _ current: [Double]) -> Double {
  zip(reference, current).reduce(0) { sum, shares in
    let p = max(shares.0, 1e-4)
    let q = max(shares.1, 1e-4)
    return sum + (p - q) * log(p / q)
  }
}

/// The 95 % point of the population stability index when nothing has moved.
///
/// About chi-square with one degree of freedom less than there are bins, times `1/n + 1/m`. Bins
/// that are empty in both samples do not count.
///
/// - Returns: The threshold, or `nil` with fewer than two bins.
func stabilityThreshold(_ reference: [Int], _ current: [Int]) -> Double? {
  let bins = zip(reference, current).count { $0 > 0 || $1 > 0 }
  let n = Double(reference.reduce(0, +))
  let m = Double(current.reduce(0, +))
  guard bins >= 2, n > 0, m > 0 else { return nil }
  return ChiSquareDistribution(degreesOfFreedom: bins - 1).quantile(0.95) * (1 / n + 1 / m)
}

/// The Jensen-Shannon distance, base 2: the root of the mean divergence from the mean distribution.
func jensenShannonDistance(_ reference: [Double], _ current: [Double]) -> Double {
  func divergence(_ p: Double, from middle: Double) -> Double {
    p > 0 ? p * log2(p / middle) : 0
  }
  let sum = zip(reference, current).reduce(0) { sum, shares in
    let middle = (shares.0 + shares.1) / 2
    return sum + divergence(shares.0, from: middle) + divergence(shares.1, from: middle)
  }
  return min(max(sum / 2, 0), 1).squareRoot()
}
