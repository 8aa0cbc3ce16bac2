/// The present values of a numeric sample in ascending order, with their moments.
///
/// Sorting is the expensive part of every numeric statistic here, so a sample that is compared
/// more than once is sorted once and kept. Infinities are kept, at the ends; negative zero becomes
/// zero.
public struct SortedSample: Sendable {
  /// The values that are numbers, ascending.
  public let values: [Double]

  /// How many values were missing (NaN).
  public let missing: Int

  /// The mean of ``values``; `nan` when there are none, or an infinity among them.
  public let mean: Double

  /// The population standard deviation of ``values``, exactly 0 when they are all the same.
  ///
  /// `nan` when there are none, or an infinity among them.
  public let standardDeviation: Double

  /// The value in the middle, and how far ``mean`` is from it: of numbers far from 0 that differ little the mean itself
  /// has few digits to spare.
  private let middle: Double
  private let meanOffset: Double

  /// Creates a sample from values in any order; NaN stands for missing.
  ///
  /// - Complexity: O(n) for large samples, by radix sort.
  public init(_ values: [Double]) {
    self.init(sorted: sortedWithoutNaN(values), total: values.count)
  }

  /// Creates a sample from one column of a row-major matrix, such as a layer's activations.
  ///
  /// - Precondition: The matrix has whole rows, and the column is one of theirs.
  public init(column: Int, of matrix: [Float], columns: Int) {
    precondition(
      columns > 0 && matrix.count % columns == 0 && (0..<columns).contains(column),
      "Column \(column) of a matrix of \(matrix.count) values in rows of \(columns)")
    self.init(stride(from: column, to: matrix.count, by: columns).map { Double(matrix[$0]) })
  }

  private init(sorted: [Double], total: Int) {
    values = sorted
    missing = total - sorted.count
    (middle, meanOffset, standardDeviation) = Self.moments(of: sorted)
    mean = middle + meanOffset
  }

  /// The mean of these values less that of others, to all digits that the values allow.
  func meanChange(from reference: SortedSample) -> Double {
    (middle - reference.middle) + (meanOffset - reference.meanOffset)
  }

  /// How many values the sample has, missing ones included.
  public var total: Int { values.count + missing }

  /// The share of missing values in `0...1`; 0 for a sample without values.
  public var missingShare: Double { total > 0 ? Double(missing) / Double(total) : 0 }

  /// How many values lie below a threshold.
  ///
  /// - Complexity: O(log n).
  public func count(below threshold: Double) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < threshold { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The quantile at a share, interpolated linearly between neighbours as by numpy's default.
  ///
  /// - Parameter share: The share of values below, in `0...1`.
  /// - Returns: The quantile, or `nil` when there are no values.
  public func quantile(_ share: Double) -> Double? {
    guard let last = values.last else { return nil }
    let position = Double(values.count - 1) * share
    let index = Int(position)
    guard index + 1 < values.count else { return last }
    // Interpolation starts at the nearer neighbour: an edge that equals a value must equal it to
    // the last bit, since ties decide a value's bin.
    let fraction = position - Double(index)
    let step = values[index + 1] - values[index]
    return fraction < 0.5
      ? values[index] + step * fraction : values[index + 1] - step * (1 - fraction)
  }

  private static func moments(
    of sorted: [Double]
  ) -> (middle: Double, meanOffset: Double, deviation: Double) {
    guard let first = sorted.first, let last = sorted.last, first.isFinite, last.isFinite else {
      return (.nan, .nan, .nan)
    }
    // Rounding would give a constant a spread.
    if first == last { return (first, 0, 0) }
    let count = Double(sorted.count)
    // Squares of very large or very small values leave the range of a double: they are summed in a unit
    // near the largest value. It is a power of two, so it costs no digits.
    let unit = unit(for: max(abs(first), abs(last)))
    let toUnit = 1 / unit
    let middle = sorted[sorted.count / 2]
    let origin = middle * toUnit
    let offset = sum(sorted) { $0 * toUnit - origin } / count
    let squares = sum(sorted) {
      let difference = $0 * toUnit - origin - offset
      return difference * difference
    }
    return (middle, offset * unit, (squares / count).squareRoot() * unit)
  }

  private static func unit(for magnitude: Double) -> Double {
    let exponent = magnitude.exponent
    guard exponent > 400 || exponent < -400 else { return 1 }
    return Double(sign: .plus, exponent: min(max(exponent, -1000), 1000), significand: 1)
  }

  /// Sums in four lanes: faster than one running sum, and closer to the exact sum.
  private static func sum(
    _ values: [Double], _ term: (SIMD4<Double>) -> SIMD4<Double>
  ) -> Double {
    values.withUnsafeBufferPointer { values in
      var lanes = SIMD4<Double>.zero
      let whole = values.count & ~3
      for index in stride(from: 0, to: whole, by: 4) {
        lanes += term(
          SIMD4(values[index], values[index + 1], values[index + 2], values[index + 3]))
      }
      var total = lanes.sum()
      for index in whole..<values.count { total += term(SIMD4(repeating: values[index]))[0] }
      return total
    }
  }
}
