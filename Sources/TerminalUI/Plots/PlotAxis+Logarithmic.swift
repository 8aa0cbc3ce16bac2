internal import Foundation

extension PlotAxis {
  /// A logarithmic axis that shows every value of `range` that is above 0.
  ///
  /// The ends lie at 1, 2 or 5 times a power of ten. The ticks are at those numbers, at 1 and 3 times
  /// the powers, at the powers alone or at every so many of them, as many as there is room for.
  ///
  /// - Parameters:
  ///   - range: The lowest and highest value above 0; `nil` when there is none.
  ///   - maximumTicks: The most ticks, at least 2.
  /// - Returns: The axis; from 0.1 to 1 when there is nothing to show.
  public static func logarithmic(_ range: ClosedRange<Double>?, maximumTicks: Int) -> PlotAxis {
    guard let range, range.upperBound.isFinite, range.upperBound > 0 else {
      return logarithmic(0.1...1, maximumTicks: maximumTicks)
    }
    let lowest = max(1e-290, min(range.lowerBound, 1e290))
    let highest = max(lowest, min(range.upperBound, 1e290))
    let lower = niceBelow(lowest)
    var upper = niceAbove(highest)
    if upper <= lower * 1.001 { upper = niceAbove(lower * 1.5) }
    let count = max(2, maximumTicks)
    return PlotAxis(
      lower: lower, upper: upper, isLogarithmic: true,
      ticks: ticks(from: lower, to: upper, maximum: count))
  }

  private static func ticks(from lower: Double, to upper: Double, maximum: Int) -> [Tick] {
    let first = Int(log10(lower).rounded(.down))
    let last = Int(log10(upper).rounded(.up))
    func places(_ factors: [Double], every stride: Int) -> [Double] {
      var places: [Double] = []
      for exponent in first...max(first, last) where exponent % stride == 0 {
        places += factors.map { factor in factor * pow(10, Double(exponent)) }
      }
      return places.filter { $0 >= lower * 0.999 && $0 <= upper * 1.001 }
    }
    var values: [Double] = []
    let choices: [[Double]] = [[1, 2, 5], [1, 3], [1]]
    for factors in choices {
      values = places(factors, every: 1)
      if values.count <= maximum { break }
    }
    var stride = 2
    while values.count > maximum, stride < 1000 {
      values = places([1], every: stride)
      stride += 1
    }
    if values.isEmpty { values = [lower] }
    return values.map { Tick(value: $0, label: label($0)) }
  }

  private static func label(_ value: Double) -> String {
    let exponent = Int((log10(value) + 1e-9).rounded(.down))
    guard (-3...4).contains(exponent) else { return NumberText.strength(value) }
    return NumberText.fixed(value, decimals: max(0, -exponent))
  }

  private static func niceBelow(_ value: Double) -> Double {
    let power = pow(10, (log10(value) + 1e-12).rounded(.down))
    for factor in [5.0, 2] where factor * power <= value * (1 + 1e-9) { return factor * power }
    return power
  }

  private static func niceAbove(_ value: Double) -> Double {
    let power = pow(10, (log10(value) + 1e-12).rounded(.down))
    for factor in [1.0, 2, 5] where factor * power >= value * (1 - 1e-9) { return factor * power }
    return 10 * power
  }
}
