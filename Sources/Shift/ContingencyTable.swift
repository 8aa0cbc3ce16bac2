/// The counts, whole or scaled, of two samples in the categories that at least one of them has.
struct ContingencyTable {
  private let columns: [(reference: Double, current: Double)]
  private let n: Double
  private let m: Double

  init(_ reference: [Double], _ current: [Double]) {
    columns = zip(reference, current).filter { $0 + $1 > 0 }.map { ($0, $1) }
    n = columns.reduce(0) { $0 + $1.reference }
    m = columns.reduce(0) { $0 + $1.current }
  }

  var categories: Int { columns.count }

  /// The sum of `(observed - expected)^2 / expected`; `nil` without two rows and two columns.
  var chiSquare: Double? {
    sum { observed, expected, others in
      let difference = observed.reference - expected
      // The two cells of a column differ from what is expected by the same amount.
      return difference * difference * (1 / expected + 1 / others)
    }
  }

  /// Twice the sum of `observed log(observed / expected)`; `nil` without two rows and two columns.
  ///
  /// What is observed and what is expected have one sum, so that the deviances have the same
  /// total, and it is made of positive terms.
  var likelihoodRatio: Double? {
    sum { observed, expected, others in
      2 * (deviance(observed.reference, from: expected) + deviance(observed.current, from: others))
    }
  }

  private func sum(
    _ term: ((reference: Double, current: Double), _ expected: Double, _ others: Double) -> Double
  ) -> Double? {
    guard n > 0, m > 0, categories >= 2 else { return nil }
    return columns.reduce(0) { sum, column in
      let together = column.reference + column.current
      let expected = together * (n / (n + m))
      return sum + term(column, expected, together - expected)
    }
  }
}
