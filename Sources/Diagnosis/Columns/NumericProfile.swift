import Shift

/// The values of a column of numbers in short.
struct NumericProfile: Sendable {
  /// The cells that hold a value, and those that do not.
  private(set) var present = 0
  private(set) var missing = 0

  /// The range; infinite when there is no value.
  private(set) var minimum = Double.infinity
  private(set) var maximum = -Double.infinity

  /// Mean and population standard deviation of all values.
  private(set) var mean = 0.0
  private(set) var deviation = 0.0

  /// Whether every value is whole.
  private(set) var isWhole = true

  /// Some values, in order; all of them where there are few.
  let sample: SortedSample

  /// The most values that are sorted.
  private static let most = 4096

  init(_ values: [Double]) {
    var sum = 0.0
    for value in values {
      guard !value.isNaN else {
        missing += 1
        continue
      }
      minimum = min(minimum, value)
      maximum = max(maximum, value)
      isWhole = isWhole && value == value.rounded()
      sum += value
    }
    present = values.count - missing
    sample = SortedSample(
      RowDraw.rows(of: values.count, limit: Self.most).map { values[$0] })
    guard present > 0 else { return }
    mean = sum / Double(present)
    guard minimum < maximum else { return }
    var squares = 0.0
    for value in values where !value.isNaN { squares += (value - mean) * (value - mean) }
    deviation = (squares / Double(present)).squareRoot()
  }

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
  var distinct: Int { runs.count }

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
