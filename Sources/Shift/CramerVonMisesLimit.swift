import Foundation

/// The upper tail of the Cramer-von Mises statistic's limit for large samples.
///
/// Smirnov's alternating sum over k = 1, 2, ... of
/// `1/pi` times the integral of `2 exp(-x t^2/2) / sqrt(-t sin t)` from `(2k-1) pi` to `2k pi`. It gives the
/// tail itself, so that a small p keeps its digits. The integrand goes to infinity at both ends as
/// the root of the distance does, for which Gauss and Chebyshev's rule is made: sixteen points give
/// fifteen digits, and more are needed only where the exponential is steep.
/// N. V. Smirnov, Comptes Rendus 202 (1936) 449-452; T. W. Anderson and D. A. Darling, Annals of
/// Mathematical Statistics 23 (1952) 193-212.
///
/// - Parameter x: The statistic.
/// - Returns: The probability of a statistic above `x`.
func cramerVonMisesLimit(_ x: Double) -> Double {
  // Below, it is 1 to the last digit; above, it is below the smallest double.
  if x < 0.003 { return 1 }
  if x > 150 { return 0 }
  let points = 16 + Int(2 * x)
  var sum = 0.0
  var sign = 1.0
  for k in 1... {
    let term = integral(from: Double(2 * k - 1) * .pi, x: x, points: points)
    sum += sign * term
    sign = -sign
    if term <= sum * 1e-17 { break }
  }
  return min(max(sum, 0), 1)
}

/// `1/pi` times the integral of `2 exp(-x t^2/2) / sqrt(-t sin t)` over a stretch of length pi.
private func integral(from start: Double, x: Double, points: Int) -> Double {
  let step = Double.pi / Double(points)
  return (0..<points).reduce(0) { sum, point in
    let angle = (Double(point) + 0.5) * step
    let place = cos(angle)
    let t = start + (1 + place) * (.pi / 2)
    // The sine of t is that of its distance from the middle, without the digits that t loses.
    let root = (t * cos(place * (.pi / 2))).squareRoot()
    return sum + step * exp(-x * t * t / 2) * sin(angle) / root
  }
}
