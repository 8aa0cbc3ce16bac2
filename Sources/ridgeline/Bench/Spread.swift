/// What some rounds came to: the median, the lowest and the highest value.
struct Spread: Equatable {
  let median: Double
  let low: Double
  let high: Double

  /// Creates the spread of some values.
  ///
  /// - Precondition: There is at least one.
  init(_ values: [Double]) {
    precondition(!values.isEmpty, "a spread of nothing")
    let sorted = values.sorted()
    median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    low = sorted[0]
    high = sorted[sorted.count - 1]
  }

  /// The spread as JSON.
  var json: JSONValue {
    ["median": .number(median), "low": .number(low), "high": .number(high)]
  }
}
