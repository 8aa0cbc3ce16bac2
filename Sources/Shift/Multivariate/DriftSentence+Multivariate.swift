import Foundation

extension DriftSentence {
  /// What the tests of all features together found, a line each.
  ///
  /// For example `all features together: a classifier tells the two apart, AUC .93 (p .001), by p34, p45`.
  public static func multivariate(_ drift: MultivariateDrift) -> [String] {
    guard let classifier = drift.classifier, let discrepancy = drift.discrepancy else {
      return ["all features together: nothing to compare"]
    }
    let area = withoutZero(String(format: "%.2f", classifier.area))
    let evidence = "AUC \(area) (\(probability(classifier.p)))"
    let size = "squared MMD \(number(discrepancy.statistic)) (\(probability(discrepancy.p)))"
    let isFound = classifier.p < FeatureDrift.significance
    let leaning = classifier.columns.filter { $0.areaLost >= leastAreaLost }.prefix(mostNames)
    let names =
      isFound && !leaning.isEmpty ? ", by \(leaning.map(\.name).joined(separator: ", "))" : ""
    return [
      "all features together: a classifier \(isFound ? "tells" : "does not tell") the two apart, "
        + "\(evidence)\(names)",
      "distance by a Gaussian kernel: \(size)",
    ]
  }

  /// The names that a line has room for.
  private static let mostNames = 5

  /// What a column has to do for the classifier to be named.
  private static let leastAreaLost = 0.005
}
