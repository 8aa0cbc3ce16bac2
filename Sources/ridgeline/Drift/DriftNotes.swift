import Datasets
import Shift
import TerminalUI

/// What the table of a drift report has no room for, a line each.
enum DriftNotes {
  /// The categories that a line names; more are counted.
  private static let mostNames = 5

  /// The lines, in the order of the features: categories that came and went, and missing values.
  static func lines(_ features: [FeatureDrift]) -> [String] {
    features.flatMap { drift in
      [categories(drift), drift.missingDrifted ? DriftSentence.missing(drift) : nil]
        .compactMap(\.self)
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
}
