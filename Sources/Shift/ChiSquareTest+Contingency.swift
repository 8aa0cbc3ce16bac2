extension ChiSquareTest {
  /// Tests whether two samples of categories come from one distribution, by Pearson's chi-square.
  ///
  /// Both rows of the table are samples: the reference is not taken as exact, which would give
  /// false alarms. Categories that neither sample has do not count.
  ///
  /// - Parameters:
  ///   - reference: The counts of the one sample, one a category.
  ///   - current: The counts of the other, in the same order.
  /// - Returns: The test, or `nil` when a sample is empty or there are fewer than two categories.
  public static func contingency(_ reference: [Int], _ current: [Int]) -> ChiSquareTest? {
    let table = ContingencyTable(reference.map(Double.init), current.map(Double.init))
    return table.chiSquare.map { ChiSquareTest(statistic: $0, categories: table.categories) }
  }

  /// The same test by the likelihood ratio, which is the G test.
  public static func likelihoodRatio(_ reference: [Int], _ current: [Int]) -> ChiSquareTest? {
    let table = ContingencyTable(reference.map(Double.init), current.map(Double.init))
    return table.likelihoodRatio.map { ChiSquareTest(statistic: $0, categories: table.categories) }
  }

  private init(statistic: Double, categories: Int) {
    let degreesOfFreedom = categories - 1
    self.init(
      statistic: statistic, degreesOfFreedom: degreesOfFreedom,
      p: ChiSquareDistribution(degreesOfFreedom: degreesOfFreedom).survival(statistic))
  }
}
