import Foundation

/// The two-sided one-sample Kolmogorov-Smirnov distribution: the law of the largest distance
/// between the distribution function of n values and the one they were drawn from.
///
/// Which method serves where follows Simard and L'Ecuyer, Computing the Two-Sided
/// Kolmogorov-Smirnov Distribution, Journal of Statistical Software 39/11 (2011).
struct KolmogorovDistribution {
  /// The number of values, at least 1.
  let count: Int

  /// The probability of a distance at or above `x`.
  func survival(_ x: Double) -> Double {
    let n = Double(count)
    let scaled = n * x
    let square = scaled * x
    if scaled <= 0.5 { return 1 }
    if x >= 1 || square >= 370 { return 0 }
    if scaled <= 1 {
      // Ruben and Gambino: n!/n^n (2nx - 1)^n.
      let logFactor = stirlingError(n) + 0.5 * log(2 * .pi * n) - n
      return 1 - exp(logFactor + n * log(2 * scaled - 1))
    }
    if scaled >= n - 1 { return 2 * pow(1 - x, n) }
    // Far out, the chance that the distance is reached on both sides is negligible or zero.
    if x >= 0.5 || square >= (count <= 140 ? 4 : 2.2) { return min(2 * oneSidedSurvival(x), 1) }
    let isSmall = count <= 140 || (count <= 100_000 && n * x * x.squareRoot() <= 1.4)
    let cumulative = isSmall ? durbinMatrix(x) : pelzGood(x)
    return min(max(1 - cumulative, 0), 1)
  }

  /// The probability that the values' distribution function exceeds the true one by `x` or more.
  ///
  /// Birnbaum and Tingey's sum over j of `x / p * binomial(n, j) p^j (1-p)^(n-j)`, `p = x + j/n`.
  /// Far from its ends the summand is smooth and vanishes at both, so that for large n every s-th
  /// term, times s, gives the same sum.
  private func oneSidedSurvival(_ x: Double) -> Double {
    let n = Double(count)
    let last = (n * (1 - x)).rounded(.down)
    let step = Double(max(1, count / 4096))
    var sum = pow(1 - x, n)
    for j in stride(from: step, through: min(last, n - 1), by: step) {
      let rest = n - j
      let logOdds = j * log1p(n * x / j) + rest * log1p(max(-n * x / rest, -1))
      let stirling = stirlingError(n) - stirlingError(j) - stirlingError(rest)
      let binomial = exp(stirling + logOdds) * (n / (2 * .pi * j * rest)).squareRoot()
      sum += step * binomial * x / (x + j / n)
    }
    return sum
  }

  /// The probability of a distance below `x` by the power of a matrix.
  ///
  /// Durbin's formula with the scaling of Marsaglia, Tsang and Wang, Journal of Statistical
  /// Software 8/18 (2003).
  private func durbinMatrix(_ x: Double) -> Double {
    let scaled = Double(count) * x
    let k = Int(scaled.rounded(.up))
    let h = Double(k) - scaled
    let size = 2 * k - 1
    var step = ScaledMatrix(size: size)
    var inverseFactorial = 1.0
    for distance in 0..<size {
      // Entry (i, j) is 1 / (i - j + 1)! on and below the superdiagonal; h mends the edges.
      if distance > 0 { inverseFactorial /= Double(distance) }
      for row in max(0, distance - 1)..<size where row - distance + 1 < size {
        step[row, row - distance + 1] = inverseFactorial
      }
    }
    var power = h
    var factorial = 1.0
    for row in 0..<size {
      factorial /= Double(row + 1)
      step[row, 0] = (1 - power) * factorial
      power *= h
    }
    for row in 0..<size { step[size - 1, row] = step[size - 1 - row, 0] }
    let corner = pow(max(2 * h - 1, 0), Double(size)) - 2 * pow(h, Double(size))
    step[size - 1, 0] = (1 + corner) * factorial
    let result = step.raised(to: count)
    let n = Double(count)
    let logFactor = stirlingError(n) + 0.5 * log(2 * .pi * n) - n
    return result[k - 1, k - 1] * exp(logFactor + result.logScale)
  }

  /// The probability of a distance below `x` by Pelz and Good's expansion in `1 / sqrt(n)`.
  ///
  /// JRSS B 38 (1976) 152-156: Kolmogorov's limit and three corrections, each a theta series.
  private func pelzGood(_ x: Double) -> Double {
    let n = Double(count)
    let z = n.squareRoot() * x
    let z2 = z * z
    let z4 = z2 * z2
    let z6 = z4 * z2
    let pi2 = Double.pi * .pi
    if pi2 / (8 * z2) > 708 { return 0 }
    var limit = 0.0
    var first = 0.0
    var second = 0.0
    var third = 0.0
    for k in 1...Int((16 * z / .pi).rounded(.up)) {
      let a = pi2 * Double((2 * k - 1) * (2 * k - 1)) / 4
      let weight = exp(-a / (2 * z2))
      limit += weight
      first += weight * (a - z2)
      second += weight * (6 * z6 + 2 * z4 + (2 * z4 - 5 * z2) * a + (1 - 2 * z2) * a * a)
      third +=
        weight
        * (-30 * z6 - 90 * z4 * z4 + (135 * z4 - 96 * z6) * a
          + (212 * z4 - 60 * z2) * a * a + (5 - 30 * z2) * a * a * a)
      let b = pi2 * Double(k * k)
      let even = exp(-b / (2 * z2))
      second -= even * 2 * b * z4
      third += even * 30 * b * (3 * z2 - b) * z4
    }
    let root = n.squareRoot()
    let sum =
      limit / z + first / (6 * z4 * root) + second / (72 * z6 * z * n)
      + third / (6480 * z6 * z4 * n * root)
    return (2 * Double.pi).squareRoot() * sum
  }
}
