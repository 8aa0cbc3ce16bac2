import Foundation

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x).
///
/// Each of the two is computed directly where it is the smaller one, so that tiny tails keep their
/// precision: the power series of P below `a + 1`, the continued fraction of Q above.
///
/// - Parameters:
///   - a: The shape, above 0.
///   - x: The argument, at or above 0.
/// - Returns: P in `lower` and Q in `upper`.
func incompleteGamma(_ a: Double, _ x: Double) -> (lower: Double, upper: Double) {
  guard x > 0 else { return (0, 1) }
  guard x.isFinite else { return (1, 0) }
  let factor = gammaFactor(a, x)
  if x < a + 1 {
    var term = 1.0
    var sum = 1.0
    var k = a
    while term > sum * .ulpOfOne / 4 {
      k += 1
      term *= x / k
      sum += term
    }
    let lower = min(factor * sum, 1)
    return (lower, 1 - lower)
  }
  let upper = min(factor * a * continuedFraction(a, x), 1)
  return (1 - upper, upper)
}

/// `x^a exp(-x) / Gamma(a + 1)`, by way of Stirling's formula.
func gammaFactor(_ a: Double, _ x: Double) -> Double {
  exp(-stirlingError(a) - deviance(a, from: x)) / (2 * .pi * a).squareRoot()
}

/// `1/(x+1-a- 1(1-a)/(x+3-a- 2(2-a)/(x+5-a- ...)))`, by Lentz's method.
private func continuedFraction(_ a: Double, _ x: Double) -> Double {
  let tiny = 1e-300
  var b = x + 1 - a
  var c = 1 / tiny
  var d = 1 / b
  var value = d
  var k = 0.0
  var change = 0.0
  while abs(change - 1) > .ulpOfOne {
    k += 1
    let numerator = -k * (k - a)
    b += 2
    d = numerator * d + b
    if abs(d) < tiny { d = tiny }
    c = b + numerator / c
    if abs(c) < tiny { c = tiny }
    d = 1 / d
    change = d * c
    value *= change
    if k > 1e6 { break }
  }
  return value
}
