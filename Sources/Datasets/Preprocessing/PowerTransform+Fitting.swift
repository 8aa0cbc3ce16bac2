import Foundation

extension PowerTransform {
  /// Fits the power by maximum likelihood: the l with the largest
  /// `-n / 2 log var(y) + (l - 1) sum sign(x) log(1 + |x|)`.
  ///
  /// It is where the derivative by l is 0, which is found to about twelve digits; from values of the
  /// likelihood alone, as in scipy, it is known to about eight. The search goes uphill from -2 and 2.
  ///
  /// - Parameter values: the column without gaps, at least one.
  init(fittedTo values: [Double]) {
    let smallest = values.min() ?? 0
    let largest = values.max() ?? 0
    let origin = smallest >= 0 ? smallest : largest < 0 ? largest : 0
    self.init(lambda: Likelihood(values, origin: origin).summit(), origin: origin)
  }
}

/// The likelihood of powers, given a column.
private struct Likelihood {
  /// The distances of the values from the origin; negative ones of values below 0.
  private let distances: [Double]
  private let mean: Double
  private let bounds: ClosedRange<Double>

  /// Powers times distances stay below this, so that what they give fits a double.
  private static let largestExponent = 650.0

  init(_ values: [Double], origin: Double) {
    let line = PowerTransform(lambda: 1, origin: origin)
    distances = values.map { $0 < 0 ? -line.distance(of: $0) : line.distance(of: $0) }
    mean = distances.reduce(0, +) / Double(max(distances.count, 1))
    // Distances that are all tiny would take huge powers to bend anything.
    func limit(_ distance: Double) -> Double {
      distance > 0 ? min(Self.largestExponent / distance, 1e12) : 1e12
    }
    let above = limit(distances.max() ?? 0)
    let below = limit(-(distances.min() ?? 0))
    let hasBelow = distances.contains { $0 < 0 }
    let lowest = hasBelow ? 2 - below : -above
    let highest = distances.contains { $0 > 0 } ? above : 2 + below
    bounds = lowest < highest ? lowest...highest : 1...1
  }

  /// The power with the largest likelihood.
  func summit() -> Double {
    var low = End(max(-2, bounds.lowerBound), slope)
    var high = End(min(2, bounds.upperBound), slope)
    guard low.place < high.place else { return bounds.lowerBound }
    var step = 4.0
    while low.slope < 0, low.place > bounds.lowerBound {
      high = low
      low = End(max(low.place - step, bounds.lowerBound), slope)
      step *= 8
    }
    while high.slope > 0, high.place < bounds.upperBound {
      low = high
      high = End(min(high.place + step, bounds.upperBound), slope)
      step *= 8
    }
    if low.slope <= 0 { return low.place }
    if high.slope >= 0 { return high.place }
    // No slope where no digit is left of the spread: the straight line is as good as any.
    return low.slope > 0 && high.slope < 0 ? root(from: low, to: high) : 1
  }

  /// A power, and how steep the likelihood is there.
  private struct End {
    var place: Double
    var slope: Double

    init(_ place: Double, _ slope: (Double) -> Double) {
      self.place = place
      self.slope = slope(place)
    }
  }

  /// Where the slope between two ends of opposite signs is 0.
  ///
  /// By false position, with half the slope of an end that stays twice (the Illinois rule), and by
  /// halves now and then, so that it comes to an end whatever the slope does.
  private func root(from low: End, to high: End) -> Double {
    var (low, high) = (low, high)
    var movedLow: Bool?
    for iteration in 1...200 {
      let width = high.place - low.place
      guard width > 1e-12 * max(abs(low.place), abs(high.place), 1e-3) else { break }
      let share = iteration % 4 == 0 ? 0.5 : low.slope / (low.slope - high.slope)
      let middle = End(low.place + width * share, slope)
      guard middle.slope != 0 else { return middle.place }
      if middle.slope > 0 {
        low = middle
        if movedLow == true { high.slope /= 2 }
      } else {
        high = middle
        if movedLow == false { low.slope /= 2 }
      }
      movedLow = middle.slope > 0
    }
    return low.place + (high.place - low.place) / 2
  }

  /// The derivative of the likelihood by the power l, over n: the mean of sign(x) times the distance,
  /// less `cov(y, dy/dl) / var(y)`.
  private func slope(at lambda: Double) -> Double {
    var powers: [Double] = []
    var slopes: [Double] = []
    powers.reserveCapacity(distances.count)
    slopes.reserveCapacity(distances.count)
    var largest = 0.0
    for distance in distances {
      let exponent = distance < 0 ? 2 - lambda : lambda
      let power = PowerTransform.power(exponent, abs(distance))
      powers.append(distance < 0 ? -power : power)
      slopes.append(PowerTransform.slope(exponent, abs(distance), power: power))
      largest = max(largest, power)
    }
    // In a unit near the largest, so that squares stay in the range of a double.
    let unit = largest > 0 ? Double(sign: .plus, exponent: largest.exponent, significand: 1) : 1
    let count = Double(distances.count)
    let meanPower = powers.reduce(0) { $0 + $1 / unit } / count
    let meanSlope = slopes.reduce(0) { $0 + $1 / unit } / count
    var (variance, covariance) = (0.0, 0.0)
    for (power, slope) in zip(powers, slopes) {
      let deviation = power / unit - meanPower
      variance += deviation * deviation
      covariance += deviation * (slope / unit - meanSlope)
    }
    return mean - covariance / variance
  }
}
