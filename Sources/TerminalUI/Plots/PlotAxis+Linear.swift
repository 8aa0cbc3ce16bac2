internal import Foundation

extension PlotAxis {
  /// A linear axis that shows every value of `range`, with ticks a whole number of rows apart.
  ///
  /// Ticks are 1, 2, 2.5 (but of percents) or 5 times a power of ten apart; the lower end is a multiple of half of that.
  /// Of the distances that fit, the one is taken that leaves little of the axis empty and has about
  /// one tick to two rows, six at most.
  ///
  /// - Parameters:
  ///   - range: The lowest and highest value; may be of one value or, without any, `nil`.
  ///   - bounds: What the values can be: the axis never goes beyond.
  ///   - rows: The rows of the field.
  ///   - dotsPerRow: The dots of which a row is made; values lie on the middles of dots.
  ///   - format: How the numbers are written.
  /// - Returns: The axis; from 0 on when there is nothing to show.
  public static func linear(
    _ range: ClosedRange<Double>?, within bounds: ClosedRange<Double> = -.infinity...(.infinity),
    rows: Int, dotsPerRow: Int = 1, format: Format = .number
  ) -> PlotAxis {
    guard let range = widened(range)?.clamped(to: bounds), range.lowerBound < range.upperBound
    else {
      return linear(0...1, rows: rows, dotsPerRow: dotsPerRow, format: format)
    }
    let dots = Double(max(1, rows * dotsPerRow - 1))
    let wantedTicks = Double(max(2, min(6, rows / 2)))
    var best: (cost: Double, ends: ClosedRange<Double>, step: Double)?
    for distance in (rows > 2 ? 2 : 1)...max(2, min(rows - 1, 8)) {
      let steps = dots / Double(distance * dotsPerRow)
      guard steps >= 1,
        let (ends, step) = covering(range, within: bounds, steps: steps, format: format)
      else { continue }
      let empty = log2((ends.upperBound - ends.lowerBound) / (range.upperBound - range.lowerBound))
      let cost = empty + 0.2 * abs(steps + 1 - wantedTicks)
      if cost < best?.cost ?? .infinity { best = (cost, ends, step) }
    }
    guard let best else {
      // No round steps of whole rows lie within the bounds: the ticks are a row nearer here and there.
      let ends = bounds.lowerBound.isFinite && bounds.upperBound.isFinite ? bounds : range
      return exact(ends, maximumTicks: Int(wantedTicks), format: format)
    }
    return PlotAxis(
      lower: best.ends.lowerBound, upper: best.ends.upperBound, isLogarithmic: false,
      ticks: multiples(of: best.step, in: best.ends, format: format))
  }

  /// The narrowest ends, so many round steps apart, between which all of `range` lies.
  private static func covering(
    _ range: ClosedRange<Double>, within bounds: ClosedRange<Double>, steps: Double, format: Format
  ) -> (ends: ClosedRange<Double>, step: Double)? {
    var step = roundStep(
      atLeast: (range.upperBound - range.lowerBound) / steps, format: format)
    for _ in 0..<4 {
      for unit in [step / 2, step] {
        var lower = (range.lowerBound / unit + 1e-9).rounded(.down) * unit
        var upper = lower + step * steps
        guard lower.isFinite, upper.isFinite else { return nil }
        // An axis that would go beyond what there can be ends there, and begins lower.
        if upper > bounds.upperBound {
          upper = bounds.upperBound
          lower = upper - step * steps
        }
        guard lower >= bounds.lowerBound - 1e-9 * step else { continue }
        let firstTick = (lower / step - 1e-9).rounded(.up)
        let lastTick = (upper / step + 1e-9).rounded(.down)
        if upper >= range.upperBound - 1e-9 * step, lastTick > firstTick {
          return (lower...upper, step)
        }
      }
      step = roundStep(atLeast: step * 1.01, format: format)
    }
    return nil
  }

  /// The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least `width`.
  ///
  /// Percents are written without decimals from 10 on: 12.5 is no number for them.
  private static func roundStep(atLeast width: Double, format: Format) -> Double {
    let nice = niceStep(atLeast: width)
    guard format != .percent else { return nice }
    return nice / 2 >= width * (1 - 1e-9) ? nice / 2 : nice
  }

  /// An axis from exactly one value to another, with ticks at round numbers between.
  public static func exact(
    _ range: ClosedRange<Double>?, maximumTicks: Int, format: Format = .number
  ) -> PlotAxis {
    guard let range = widened(range) else {
      return exact(0...1, maximumTicks: maximumTicks, format: format)
    }
    let width = range.upperBound - range.lowerBound
    var step = niceStep(atLeast: width / Double(max(2, maximumTicks)))
    var ticks = multiples(of: step, in: range, format: format)
    while ticks.count > max(2, maximumTicks) {
      step = niceStep(atLeast: step * 1.5)
      ticks = multiples(of: step, in: range, format: format)
    }
    return PlotAxis(
      lower: range.lowerBound, upper: range.upperBound, isLogarithmic: false, ticks: ticks)
  }

  /// An axis of progress from 0, which grows by doubling, so that a plot seldom moves.
  ///
  /// - Parameters:
  ///   - value: How far things have come.
  ///   - start: The shortest axis, above 0; the others are 2, 4, 8... times as long.
  ///   - limit: Where progress will end, if that is known: the axis never goes beyond it.
  ///   - maximumTicks: The most ticks.
  /// - Returns: The axis.
  public static func growing(
    to value: Double, start: Double = 10, limit: Double? = nil, maximumTicks: Int
  ) -> PlotAxis {
    var end = start.isFinite && start > 1e-290 ? start : 10
    while end < value, end < 1e300 { end *= 2 }
    if let limit, limit > 0, limit >= value, limit < end {
      return exact(0...limit, maximumTicks: maximumTicks)
    }
    // Doubling keeps the ticks where they are, when they stand at the quarters or the eighths.
    let step = end / (maximumTicks > 8 ? 8 : maximumTicks > 4 ? 4 : maximumTicks > 2 ? 2 : 1)
    guard step == step.rounded() else { return exact(0...end, maximumTicks: maximumTicks) }
    return PlotAxis(
      lower: 0, upper: end, isLogarithmic: false,
      ticks: multiples(of: step, in: 0...end, format: .number))
  }

  /// The range between two numbers in either order; `nil` when one of them is not finite.
  public static func span(_ first: Double, _ second: Double) -> ClosedRange<Double>? {
    guard first.isFinite, second.isFinite else { return nil }
    return min(first, second)...max(first, second)
  }

  /// The smallest of 1, 2 and 5 times a power of ten that is at least `width`.
  static func niceStep(atLeast width: Double) -> Double {
    guard width.isFinite, width > 0 else { return 1 }
    let power = pow(10, log10(width).rounded(.down))
    guard power > 0, power.isFinite else { return width }
    for factor in [1.0, 2, 5] where factor * power >= width * (1 - 1e-9) { return factor * power }
    return 10 * power
  }

  /// The range with finite ends that are apart, within what can be computed with; `nil` if it has none.
  static func widened(_ range: ClosedRange<Double>?) -> ClosedRange<Double>? {
    guard let range, range.lowerBound.isFinite, range.upperBound.isFinite else { return nil }
    func usable(_ value: Double) -> Double {
      abs(value) < 1e-290 ? 0 : max(-1e300, min(1e300, value))
    }
    let (lower, upper) = (usable(range.lowerBound), usable(range.upperBound))
    let size = max(abs(lower), abs(upper))
    // A flat line lies in the middle of a range in proportion to its size.
    guard upper - lower <= size * 1e-6 else { return lower...upper }
    let margin = size == 0 ? 1 : size * 0.1
    return (lower - margin)...(upper + margin)
  }

  private static func multiples(
    of step: Double, in range: ClosedRange<Double>, format: Format
  ) -> [Tick] {
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    guard first.isFinite, last.isFinite, last >= first, last - first < 1000 else { return [] }
    return stride(from: first, through: last, by: 1).map { index in
      let value = index * step
      return Tick(value: value, label: label(value, step: step, format: format))
    }
  }

  private static func label(_ value: Double, step: Double, format: Format) -> String {
    switch format {
    case .percent: return NumberText.percent(value)
    case .share where abs(value) < 1 && step >= 1e-6 && value != 0:
      return NumberText.share(value, decimals: max(1, decimals(step)))
    case .number, .share:
      guard step >= 1e-4, max(abs(value), step) < 1e5 else {
        return value == 0 ? "0" : NumberText.measure(value, digits: 2)
      }
      return NumberText.fixed(value, decimals: decimals(step))
    }
  }

  /// The decimals that tell multiples of `step` apart.
  private static func decimals(_ step: Double) -> Int {
    let least = max(0, Int((-log10(step) - 1e-9).rounded(.up)))
    let unit = step * pow(10, Double(least))
    // 2.5 needs one more.
    return abs(unit - unit.rounded()) < 1e-6 * unit ? least : least + 1
  }
}
