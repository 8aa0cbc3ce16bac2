public import Datasets
public import Shift

extension MultivariateDrift {
  /// Compares all columns of two tables together.
  ///
  /// - Parameters:
  ///   - tables: The tables; columns that only one has, or of two kinds, are left out.
  ///   - target: A column that is no feature.
  ///   - seed: Decides which rows are drawn, at most 10,000 of each table for the classifier and 2,000 for
  ///     the discrepancy, and what the tests draw.
  /// - Returns: The same result on any number of processors of one kind.
  public static func between(
    _ tables: Paired<Table>, target: String? = nil, seed: UInt64 = 0
  ) -> MultivariateDrift {
    let features = Paired(
      reference: tables.reference.dropping([target].compactMap(\.self)),
      current: tables.current.dropping([target].compactMap(\.self)))
    guard
      let sample = PooledSample(features, limit: ClassifierTwoSampleTest.mostRows, seed: seed)
    else { return MultivariateDrift(classifier: nil, discrepancy: nil) }
    return MultivariateDrift(
      classifier: ClassifierTwoSampleTest(sample, seed: seed).test(),
      discrepancy: MaximumMeanDiscrepancy(sample, seed: seed).test())
  }
}
