import Foundation

/// The chi-square distribution.
struct ChiSquareDistribution {
  /// The degrees of freedom, at least 1.
  let degreesOfFreedom: Int

  private var shape: Double { Double(degreesOfFreedom) / 2 }

  /// The probability of a value above `x`.
  func survival(_ x: Double) -> Double { incompleteGamma(shape, x / 2).upper }

  /// The value that a share of the distribution lies below, for a share in `0..<1`.
  ///
  /// Newton's method on the distribution function, kept within a bracket.
  func quantile(_ share: Double) -> Double {
    guard share > 0 else { return 0 }
    var low = 0.0
    var high = Double(degreesOfFreedom)
    while incompleteGamma(shape, high / 2).lower < share {
      low = high
      high *= 2
    }
    var x = high
    for _ in 0..<200 {
      let (lower, upper) = incompleteGamma(shape, x / 2)
      let excess = share > 0.5 ? (1 - share) - upper : lower - share
      if excess > 0 { high = x } else { low = x }
      let density = gammaFactor(shape, x / 2) * shape / x
      var next = x - excess / density
      if !(low < next && next < high) { next = (low + high) / 2 }
      let step = abs(next - x)
      x = next
      if step <= 2 * x.ulp { break }
    }
    return x
  }
}
