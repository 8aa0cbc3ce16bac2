import Datasets
import Shift
import TerminalUI

/// A drift report as a table for people, the feature that moved most first.
enum DriftTable {
  /// The table, the label below it, and the verdict in a sentence.
  static func text(_ report: DriftReport) -> String {
    let features = report.features.sorted { $0.effectSize > $1.effectSize }
    var rows = features.map(row)
    if let label = report.label { rows.append(row(label, marked: " (label)")) }
    let titles = [
      "feature", "effect", "p adjusted", "W1", "W1/sd", "PSI", "PSI 95%", "JS", "missing",
      "drifted",
    ]
    let table = AlignedText(titles: titles, rows: rows, leftAligned: [0]).text
    let counted = report.rows
    let counts =
      "\(NumberText.count(counted.reference)) \(counted.reference == 1 ? "row" : "rows") of reference, "
      + "\(NumberText.count(counted.current)) of current"
    let notes = DriftNotes.lines(features).map { $0 + "\n" }.joined()
    return "\(table)\n\(notes)\(counts): \(report.summary.onOneLine)\n"
  }

  private static func row(_ drift: FeatureDrift) -> [String] { row(drift, marked: "") }

  private static func row(_ drift: FeatureDrift, marked mark: String) -> [String] {
    [
      drift.name.onOneLine.shortened(to: 32) + mark,
      DriftSentence.effect(drift) ?? "-",
      drift.pAdjusted.map { NumberText.probability($0) } ?? "-",
      measure(drift.wasserstein),
      measure(drift.wassersteinNormed),
      measure(drift.psi),
      // What PSI stays below in 95 of 100 cases when nothing has moved.
      measure(drift.psiThreshold),
      measure(drift.js),
      "\(NumberText.percent(drift.missing.reference)) \(NumberText.percent(drift.missing.current))",
      drift.drifted ? "yes" : "no",
    ]
  }

  private static func measure(_ value: Double?) -> String {
    value.map { NumberText.measure($0, digits: 2) } ?? "-"
  }
}
