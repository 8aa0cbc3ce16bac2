import Datasets
import Shift
import TerminalUI

/// A drift report as a table for people, the feature that moved most first.
enum DriftTable {
  /// The table, the label below it, and the verdicts in sentences; then the same of predictions.
  ///
  /// Where a terminal is too narrow, distances are left out until a line fits.
  static func text(_ report: DriftReport, width: Int? = nil) -> String {
    let counted = report.rows
    let counts =
      "\(NumberText.count(counted.reference)) \(counted.reference == 1 ? "row" : "rows") of reference, "
      + "\(NumberText.count(counted.current)) of current"
    let together = report.multivariate.map(DriftSentence.multivariate) ?? []
    let features = section(
      "feature",
      sorted(report.features).map { row($0) }
        + (report.label.map { [row($0, marked: " (label)")] } ?? []),
      sentences: DriftNotes.lines(sorted(report.features)) + ["\(counts): \(report.featureSummary)"]
        + together, width: width)
    guard let prediction = report.prediction else { return features }
    return features + "\n"
      + section(
        "predicted", ([prediction.predicted] + sorted(prediction.probabilities)).map { row($0) },
        sentences: [prediction.summary], width: width)
  }

  private static func sorted(_ drifts: [FeatureDrift]) -> [FeatureDrift] {
    drifts.sorted { $0.effectSize > $1.effectSize }
  }

  private static func section(
    _ title: String, _ rows: [[String]], sentences: [String], width: Int?
  ) -> String {
    let titles = [
      title, "effect", "p adjusted", "W1", "W1/sd", "PSI", "PSI 95%", "JS", "missing", "drifted",
    ]
    var table = AlignedText(titles: titles, rows: rows, leftAligned: [0])
    for title in ["JS", "PSI 95%", "W1/sd", "PSI", "missing"] where table.width > width ?? .max {
      table.removeColumn(title)
    }
    return "\(table.text)\n\(sentences.map { $0.onOneLine + "\n" }.joined())"
  }

  private static func row(_ drift: FeatureDrift, marked mark: String = "") -> [String] {
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
    value.map(DriftSentence.number) ?? "-"
  }
}
