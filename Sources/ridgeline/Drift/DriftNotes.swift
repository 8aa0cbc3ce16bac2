import Datasets
import Shift
import TerminalUI

/// What the table of a drift report has no room for, a line each.
enum DriftNotes {
  /// The categories that a line names; more are counted.
  private static let mostNames = 5

  /// Below this, divided by the number of features, a difference in missing values is worth a line.
  private static let significance = 0.05

  /// The lines, in the order of the features: categories that came and went, and missing values.
  static func lines(_ features: [FeatureDrift]) -> [String] {
    features.flatMap { drift in
      let limit = significance / Double(features.count)
      return [categories(drift), drift.missingP.flatMap { $0 < limit ? missing(drift, $0) : nil }]
        .compactMap { $0 }
        .map { "\(drift.name.onOneLine.shortened(to: 32)): \($0)" }
    }
  }

  private static func categories(_ drift: FeatureDrift) -> String? {
    let parts = [("new", drift.newCategories), ("gone", drift.vanishedCategories)]
      .filter { !$0.1.isEmpty }
      .map { "\($0): \(listed($1))" }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private static func listed(_ names: [String]) -> String {
    let named = names.prefix(mostNames).map { $0.onOneLine.shortened(to: 24) }
      .joined(separator: ", ")
    let others = names.count - mostNames
    return others > 0 ? "\(named) and \(NumberText.count(others)) more" : named
  }

  private static func missing(_ drift: FeatureDrift, _ p: Double) -> String {
    "missing in \(NumberText.percent(drift.missing.reference)) of reference, "
      + "\(NumberText.percent(drift.missing.current)) of current "
      + "(\(DriftSentence.probability(p)))"
  }
}
