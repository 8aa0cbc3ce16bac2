import Runs
import Shift
import TerminalUI

/// All statistics of a feature, each with its definition in a few words.
struct StatisticsTable: Widget {
  let feature: FeatureDistribution
  let reference: String

  /// The rows it needs, the verdict included.
  var height: Int { rows.count + 2 }

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let table = TextTable(
      columns: [
        TextTable.Column(""), TextTable.Column("", isNumeric: true),
        TextTable.Column("", isFlexible: true),
      ],
      rows: rows.map { name, value, meaning in
        [
          Span(name, style: theme[.text]), Span(value, style: theme[.value]),
          Span(meaning, style: theme[.muted]),
        ]
      })
    table.draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
    let below = area.inset(top: rows.count + 1)
    guard !below.isEmpty else { return }
    screen.put(
      DriftSentence.feature(feature.drift), at: below.origin,
      style: theme[feature.drift.verdict.role], maximumWidth: below.width, ellipsis: glyphs.ellipsis
    )
  }

  private var rows: [(String, String, String)] {
    let drift = feature.drift
    var rows: [(String, String, String)] = []
    func add(_ name: String, _ value: String?, _ meaning: String) {
      if let value { rows.append((name, value, meaning)) }
    }
    let isApproximate = drift.ks?.isAsymptotic ?? false
    add("KS", drift.ks.map { Figures.effect($0.statistic) }, "largest gap of the CDFs")
    add("V", drift.cramersV.map(Figures.effect), "Cramer's V, bias-corrected")
    add("chi-square", drift.chiSquare.map { NumberText.measure($0.statistic) }, "of the counts")
    add(
      "p", drift.p.map { NumberText.probability($0, isApproximate: isApproximate) },
      "one feature alone")
    add(
      "p adjusted", drift.pAdjusted.map { NumberText.probability($0) },
      "after Benjamini-Hochberg")
    add(
      "W1", drift.wasserstein.map { NumberText.measure($0) }, "in the feature's units")
    add(
      "W1 normed", drift.wassersteinNormed.map { NumberText.measure($0) },
      "in deviations of \(reference)")
    add("PSI", drift.isOneBin ? "-" : drift.psi.map(Figures.effect), psiMeaning(drift))
    add(
      "JS", drift.isOneBin ? "-" : drift.js.map(Figures.effect),
      drift.isOneBin ? blindness : "Jensen-Shannon, base 2")
    add("mean", means, "\(reference), test")
    add("deviation", feature.standardDeviation.map(pair), "\(reference), test")
    add(
      "missing",
      "\(NumberText.percent(drift.missing.reference)), \(NumberText.percent(drift.missing.current))",
      "\(reference), test")
    return rows
  }

  private func psiMeaning(_ drift: FeatureDrift) -> String {
    if drift.isOneBin { return blindness }
    guard let threshold = drift.psiThreshold else { return "stability index" }
    return "by chance below \(Figures.effect(threshold))"
  }

  private var blindness: String { "blind: all in one decile bin" }

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
