import Foundation

/// The power transform of Yeo and Johnson (Biometrika 87, 2000), up to a factor and a constant.
///
/// `y = ((1 + x)^l - 1) / l` from x = 0 up and `y = -((1 - x)^(2 - l) - 1) / (2 - l)` below, with
/// logarithms where a power is 0. In a column that lies on one side of 0, y is counted from an `origin`
/// in the column, in units of the slope there: scaled to mean 0 and deviation 1 it is the same, and digits
/// are kept where powers of numbers far from 0, such as years, would leave none.
struct PowerTransform: Sendable, Codable, Equatable {
  /// The power l.
  let lambda: Double

  /// The value nearest to 0 of a column that lies on one side of it, else 0.
  let origin: Double

  /// A number, transformed; NaN stays NaN.
  func callAsFunction(_ value: Double) -> Double {
    guard !value.isNaN else { return value }
    let isBelow = origin < 0
    let exponent = exponent(below: isBelow)
    if (value < 0) == isBelow {
      let power = Self.power(exponent, distance(of: value))
      return isBelow ? -power : power
    }
    // From the origin to 0, and from there on in units of the slope at the origin.
    let way = log1p(abs(origin))
    let toZero = Self.power(exponent, -way)
    let beyond =
      Self.power(self.exponent(below: !isBelow), log1p(abs(value))) * exp(-exponent * way)
    return isBelow ? beyond - toZero : toZero - beyond
  }

  /// log((1 + |x|) / (1 + |origin|)), of a number on the side of the origin.
  func distance(of value: Double) -> Double {
    log1p((abs(value) - abs(origin)) / (1 + abs(origin)))
  }

  private func exponent(below isBelow: Bool) -> Double { isBelow ? 2 - lambda : lambda }

  /// `(exp(m t) - 1) / m`, its limit t at m = 0.
  static func power(_ exponent: Double, _ distance: Double) -> Double {
    abs(exponent) < 1e-300 ? distance : expm1(exponent * distance) / exponent
  }

  /// The derivative of ``power(_:_:)`` by m, given its value: `(t exp(m t) - power) / m`.
  static func slope(_ exponent: Double, _ distance: Double, power: Double) -> Double {
    let product = exponent * distance
    guard abs(product) < 0.5 else {
      return (distance * (exponent * power + 1) - power) / exponent
    }
    // The difference would lose digits: its series, t^2 times the sum of k (m t)^(k - 1) / (k + 1)!.
    return distance * distance * series.reduce(0) { $0 * product + $1 }
  }

  /// k / (k + 1)!, from k = 16 down to 1.
  private static let series: [Double] = (1...16).reversed().map { k -> Double in
    let factorial = (1...(k + 1)).reduce(1.0) { $0 * Double($1) }
    return Double(k) / factorial
  }
}
