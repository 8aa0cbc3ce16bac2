import Foundation

/// `x log(x / mean) + mean - x`: how far a count is from what is expected, at or above 0.
///
/// Computed without the difference of nearly equal terms where the two are close. C. Loader, Fast
/// and Accurate Computation of Binomial Probabilities (2000).
///
/// - Parameters:
///   - x: The count, at or above 0.
///   - mean: What is expected, above 0.
/// - Returns: The deviance; twice its sum over all counts is the statistic of a G test.
func deviance(_ x: Double, from mean: Double) -> Double {
  guard x > 0 else { return mean }
  let u = (mean - x) / x
  return abs(u) < 0.5 ? x * (u - log1p(u)) : x * log(x / mean) + mean - x
}
