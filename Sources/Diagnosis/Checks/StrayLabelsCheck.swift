import Datasets
import Runs

/// Classes of so few rows that they look like slips of the pen.
struct StrayLabelsCheck: Check {
  let name = "stray-labels"
  let why =
    "A misspelt label is a class of its own, with an output of its own; one that is meant has too "
    + "few rows to be learned and to be held out for validation."

  /// A class of fewer rows than this, and of less than this share of the usual class, is a stray
  /// one.
  static let fewest = 5
  static let share = 0.1

  func findings(in examination: Examination) -> [Finding] {
    guard let labels = examination.labels, let file = examination[.train] else { return [] }
    let counts = labels.learnedCounts
    let usual = Double(counts.upperMiddle ?? 0)
    let stray = counts.indices.filter { Self.isStray(counts[$0], usual: usual) }
    guard !stray.isEmpty else { return [] }
    let names = stray.prefix(5).map {
      "\(labels.encoder.classes[$0].quotedForMessage) in \(counts[$0])"
    }
    return [
      finding(
        .warning,
        "\(stray.count == 1 ? "A class has" : "\(stray.count) classes have") hardly any rows: "
          + names.joined(separator: ", ") + (stray.count > 5 ? " and more" : "")
          + "; the class in the middle has \(Int(usual)).",
        in: examination[.source]?.path ?? file.path, column: labels.encoder.column,
        action: "Correct the label, give more rows of the class, or leave them out.")
    ]
  }

  static func isStray(_ count: Int, usual: Double) -> Bool {
    count < fewest && Double(count) < share * usual
  }
}
