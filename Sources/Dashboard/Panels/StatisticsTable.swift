import Runs
import Shift
import TerminalUI

/// All statistics of a feature, each with its definition in a few words, in fewer where room is short.
struct StatisticsTable: Widget {
  let feature: FeatureDistribution
  let reference: Split

  private struct Row {
    var name: String
    var value: String
    var meaning: String
    var inShort: String
  }

  /// The rows it needs in so many columns, the verdict included.
  func height(width: Int) -> Int { rows.count + 1 + verdict(width: width).count }

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let rows = rows
    let meanings = meanings(of: rows, width: area.width)
    TextTable(
      columns: [
        TextTable.Column(""), TextTable.Column("", isNumeric: true),
        TextTable.Column("", isFlexible: true),
      ],
      rows: zip(rows, meanings).map { row, meaning in
        [
          Span(row.name, style: theme[.text]), Span(row.value, style: theme[.value]),
          Span(meaning, style: theme[.muted]),
        ]
      }
    ).draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
    let below = area.inset(top: rows.count + 1)
    for (line, text) in verdict(width: area.width).prefix(max(0, below.height)).enumerated() {
      screen.put(
        text, at: below.row(line).origin, style: theme[feature.drift.verdict.role],
        maximumWidth: below.width, ellipsis: glyphs.ellipsis)
    }
  }

  private func verdict(width: Int) -> [String] {
    DriftSentence.feature(feature.drift).wrapped(to: max(1, width))
  }

  /// The meanings in the words that fit beside names and values: all of them or none.
  private func meanings(of rows: [Row], width: Int) -> [String] {
    func widest(_ text: (Row) -> String) -> Int { rows.map { text($0).displayWidth }.max() ?? 0 }
    let room = width - widest(\.name) - widest(\.value) - 4
    if widest(\.meaning) <= room { return rows.map(\.meaning) }
    return rows.map { widest(\.inShort) <= room ? $0.inShort : "" }
  }

  private var rows: [Row] {
    let drift = feature.drift
    var rows: [Row] = []
    func add(_ name: String, _ value: String?, _ meaning: String, _ inShort: String) {
      guard let value else { return }
      rows.append(Row(name: name, value: value, meaning: meaning, inShort: inShort))
    }
    let isApproximate = drift.ks?.isAsymptotic ?? false
    add(
      "KS", drift.ks.map { Figures.effect($0.statistic) }, "largest gap of the CDFs", "largest gap")
    add("V", drift.cramersV.map(Figures.effect), "Cramer's V, bias-corrected", "Cramer's")
    add(
      "chi-square", drift.chiSquare.map { NumberText.measure($0.statistic) }, "of the counts",
      "of counts")
    add(
      "p", drift.p.map { Figures.probability($0, isApproximate: isApproximate) },
      "one feature alone", "alone")
    add(
      "p adjusted", drift.pAdjusted.map { Figures.probability($0) },
      "after Benjamini-Hochberg", "among all")
    add(
      "W1", drift.wasserstein.map { NumberText.measure($0) }, "in the feature's units", "in units")
    add(
      "W1 normed", drift.wassersteinNormed.map { NumberText.measure($0) },
      "in deviations of \(reference.rawValue)", "in sd")
    let psi = psiMeaning(drift)
    add("PSI", drift.isOneBin ? "-" : drift.psi.map(Figures.effect), psi.long, psi.short)
    add(
      "JS", drift.isOneBin ? "-" : drift.js.map(Figures.effect),
      drift.isOneBin ? Self.blindness : "Jensen-Shannon, base 2",
      drift.isOneBin ? "blind" : "base 2")
    let both = "\(reference.rawValue), test"
    let inShort = reference == .validation ? "val, test" : both
    add("mean", means, both, inShort)
    add("deviation", feature.standardDeviation.map(pair), both, inShort)
    let missing = [drift.missing.reference, drift.missing.current].map { NumberText.percent($0) }
    add("missing", missing.joined(separator: ", "), both, inShort)
    return rows
  }

  private func psiMeaning(_ drift: FeatureDrift) -> (long: String, short: String) {
    if drift.isOneBin { return (Self.blindness, "blind") }
    guard let threshold = drift.psiThreshold else { return ("stability index", "stability") }
    let bound = Figures.effect(threshold)
    return ("by chance below \(bound)", "chance <\(bound)")
  }

  private static let blindness = "blind: all in one decile bin"

  private var means: String? {
    guard let mean = feature.mean else { return nil }
    let least = feature.standardDeviation.map { min($0.reference, $0.current) } ?? 0
    return NumberText.mean(mean.reference, deviation: least) + ", "
      + NumberText.mean(mean.current, deviation: least)
  }

  private func pair(_ values: Paired<Double>) -> String {
    "\(NumberText.measure(values.reference)), \(NumberText.measure(values.current))"
  }
}
