import Foundation

/// The error of Stirling's formula: `log(k!) - log(sqrt(2 pi k) (k/e)^k)`, for `k > 0`.
///
/// With it, probabilities are made from small terms and not from differences of large logarithms.
/// C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
func stirlingError(_ k: Double) -> Double {
  var k = k
  var difference = 0.0
  while k < 16 {
    difference += (k + 0.5) * log1p(1 / k) - 1
    k += 1
  }
  let r = 1 / (k * k)
  let series = 1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))
  return difference + series / k
}
