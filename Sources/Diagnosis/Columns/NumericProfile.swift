import Datasets
import Shift

/// The values of a column of numbers in short.
struct NumericProfile: Sendable {
  /// Range, mean and population standard deviation of the cells that hold a value.
  private let moments: Moments

  /// The cells that do not.
  let missing: Int

  /// Whether every value is whole.
  let isWhole: Bool

  /// Some values, in order; all of them where there are few.
  let sample: SortedSample

  /// The most values that are sorted.
  private static let most = 4096

  init(_ values: [Double]) {
    moments = Moments(of: values)
    missing = values.count - moments.count
    isWhole = values.allSatisfy { $0.isNaN || $0 == $0.rounded() }
    sample = SortedSample(
      RowDraw.rows(of: values.count, limit: Self.most).map { values[$0] })
  }

  /// The cells that hold a value.
  var present: Int { moments.count }

  /// The range; infinite when there is no value.
  var minimum: Double { moments.minimum }
  var maximum: Double { moments.maximum }

  /// Mean and population standard deviation.
  var mean: Double { moments.mean }
  var deviation: Double { moments.standardDeviation }

  /// The root of the mean square: what the column is worth in a weighted sum.
  var rootMeanSquare: Double { (mean * mean + deviation * deviation).squareRoot() }

  /// The largest magnitude.
  var largest: Double { max(abs(minimum), abs(maximum)) }

  /// The share of the most frequent value among those drawn.
  var largestShare: Double {
    let longest = runs.max() ?? 0
    return sample.values.isEmpty ? 0 : Double(longest) / Double(sample.values.count)
  }

  /// The chance that two of the values drawn are equal.
  var collision: Double {
    let count = Double(sample.values.count)
    guard count > 1 else { return 0 }
    return runs.reduce(0.0) { $0 + Double($1) * Double($1 - 1) } / (count * (count - 1))
  }

  /// How many different values were drawn.
  var distinct: Int { sample.distinctCount }

  /// How often each of the values drawn occurs, in their order.
  private var runs: [Int] {
    var runs: [Int] = []
    var last = Double.nan
    for value in sample.values {
      if value == last { runs[runs.count - 1] += 1 } else { runs.append(1) }
      last = value
    }
    return runs
  }
}
