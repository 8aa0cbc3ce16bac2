/// Mean, spread and range of the values that are present.
package struct Moments: Sendable {
  /// The number of values that are present.
  package private(set) var count = 0
  package private(set) var minimum = Double.infinity
  package private(set) var maximum = -Double.infinity
  package private(set) var mean = 0.0
  /// The population standard deviation.
  package private(set) var standardDeviation = 0.0

  /// Finds them in two passes; NaN is a missing value.
  ///
  /// It takes an array, so that what other modules call is compiled for one.
  package init(of column: [Double]) { self.init(column) }

  /// The same for values that are in no one array.
  init(_ values: some Collection<Double>) {
    for value in values where !value.isNaN {
      count += 1
      minimum = min(minimum, value)
      maximum = max(maximum, value)
    }
    guard count > 0 else { return }
    guard minimum < maximum else {
      mean = minimum
      return
    }
    // Squares of very large or very small values leave the range of a double: work in a unit
    // near the largest deviation. It is a power of two, so it costs no digits.
    let unit = Self.unit(for: max(abs(minimum), abs(maximum)))
    var sum = 0.0
    for value in values where !value.isNaN { sum += value / unit }
    let scaledMean = sum / Double(count)
    var squares = 0.0
    var rest = 0.0
    for value in values where !value.isNaN {
      let deviation = value / unit - scaledMean
      squares += deviation * deviation
      rest += deviation
    }
    // The second term takes back the rounding of the mean (Chan, Golub and LeVeque 1983).
    let variance = (squares - rest * rest / Double(count)) / Double(count)
    mean = scaledMean * unit
    standardDeviation = max(variance, 0).squareRoot() * unit
    if standardDeviation == 0 { standardDeviation = maximum / 2 - minimum / 2 }
  }

  private static func unit(for magnitude: Double) -> Double {
    let exponent = magnitude.exponent
    guard exponent > 300 || exponent < -300 else { return 1 }
    return Double(sign: .plus, exponent: min(max(exponent, -1000), 1000), significand: 1)
  }
}
