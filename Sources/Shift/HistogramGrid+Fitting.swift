import Foundation

extension HistogramGrid {
  /// The bins that show two samples side by side.
  ///
  /// The edges are round numbers (widths of 1, 2 or 5 times a power of ten, edges at multiples of
  /// the width), so that they stay where they are while the values move a little. When all values
  /// are whole the widths are whole too and the bins are centred on whole numbers. The range is
  /// the samples' ``SortedSample/drawnRange``, so that one far outlier does not squeeze all other
  /// values into one bin.
  ///
  /// - Parameters:
  ///   - reference: The one sample.
  ///   - current: The other.
  ///   - bins: The largest number of bins, taken as 2 when lower; there are at least a third of
  ///     them unless the values are whole or lie too close for their own precision.
  /// - Returns: The grid; one bin about zero when there are no finite values.
  public static func fitting(
    _ reference: SortedSample, _ current: SortedSample, bins: Int
  ) -> HistogramGrid {
    let ranges = [reference.drawnRange, current.drawnRange].compactMap(\.self)
    guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max()
    else { return HistogramGrid(lowerBound: -0.5, binWidth: 1, binCount: 1) }
    let bins = max(bins, 2)
    let isWhole = reference.isWhole && current.isWhole
    if low == high && !isWhole { return around(low) }
    let precision = 4 * max(abs(low), abs(high)).ulp
    let smallest = max(high / Double(bins) - low / Double(bins), precision, .leastNormalMagnitude)
    var width = roundWidth(atLeast: isWhole ? max(smallest, 1) : smallest)
    // Aligning the edges may cost a bin or two more than the range alone.
    for _ in 0..<2 {
      let grid = aligned(from: low, to: high, width: width, isWhole: isWhole)
      if grid.binCount <= bins { return grid }
      width = roundWidth(atLeast: width * 1.5)
    }
    return aligned(from: low, to: high, width: width, isWhole: isWhole)
  }

  /// The grid widened by powers of two until it holds the samples' ``SortedSample/drawnRange``.
  ///
  /// The number of bins stays, and every new bin is made of whole old ones, so that a picture that
  /// follows moving values only ever changes by merging neighbours.
  ///
  /// - Returns: The grid itself when it holds the values already.
  public func growing(toHold reference: SortedSample, _ current: SortedSample) -> HistogramGrid {
    let ranges = [reference.drawnRange, current.drawnRange].compactMap(\.self)
    guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max()
    else { return self }
    var grid = self
    while low < grid.lowerBound || high >= grid.upperBound, grid.binWidth < 1e305 {
      if low < grid.lowerBound {
        // An even number of old bins goes below, so that the old edges stay edges in pairs.
        let added = max(grid.binCount - grid.binCount % 2, 1)
        grid.lowerBound -= Double(added) * grid.binWidth
      }
      grid.binWidth *= 2
    }
    return grid
  }

  private static func aligned(
    from low: Double, to high: Double, width: Double, isWhole: Bool
  ) -> HistogramGrid {
    let origin = (low / width).rounded(.down) * width
    let count = ((high / width) - (origin / width)).rounded(.down) + 1
    return HistogramGrid(
      lowerBound: isWhole ? origin - 0.5 : origin, binWidth: width,
      binCount: max(Int(count), 1))
  }

  /// One bin with the value of a constant at its centre.
  private static func around(_ value: Double) -> HistogramGrid {
    let width = roundWidth(atLeast: max(abs(value) / 10, .leastNormalMagnitude))
    return HistogramGrid(lowerBound: value - width / 2, binWidth: width, binCount: 1)
  }

  /// The next of 1, 2, 5 times a power of ten at or above a positive number.
  private static func roundWidth(atLeast width: Double) -> Double {
    let power = pow(10, log10(width).rounded(.down))
    let steps = [1.0, 2, 5, 10].map { $0 * power }
    return steps.first { $0 >= width * (1 - 1e-12) } ?? width
  }
}

extension SortedSample {
  /// The range of values that a picture shows; `nil` when there are none within 1e300 of zero.
  ///
  /// From the least to the greatest value, leaving out those that lie further beyond the 5 % or
  /// 95 % point than twice the distance between the two; but never more than one value in a
  /// hundred on a side. A sample that is nine tenths one value is shown whole.
  public var drawnRange: ClosedRange<Double>? {
    let finite = count(below: -1e300)..<count(below: 1e300)
    guard !finite.isEmpty else { return nil }
    func place(_ share: Double, _ rule: FloatingPointRoundingRule) -> Int {
      finite.lowerBound + Int((Double(finite.count - 1) * share).rounded(rule))
    }
    let low = values[place(0.05, .down)]
    let high = values[place(0.95, .up)]
    let reach = 2 * (high - low)
    guard reach > 0 else { return values[finite.lowerBound]...values[finite.upperBound - 1] }
    let first = min(max(count(below: low - reach), finite.lowerBound), place(0.01, .up))
    let last = max(min(count(below: high + reach), finite.upperBound) - 1, place(0.99, .down))
    return values[first]...values[last]
  }

  /// Whether every value is whole, and small enough for its neighbours to be whole numbers too.
  fileprivate var isWhole: Bool {
    values.allSatisfy { $0.rounded() == $0 && abs($0) < 0x1p52 }
  }
}
