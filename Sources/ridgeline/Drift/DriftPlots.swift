import Datasets
import Foundation
import Shift
import TerminalUI

/// The histograms of every feature as text, reference against current.
enum DriftPlots {
  private static let height = 9
  private static let mostBins = 40

  /// The pictures in the order of the report's table, each under its verdict.
  static func text(
    _ tables: DriftTables, _ report: DriftReport, width: Int,
    glyphs: GlyphSet = .fitting(ProcessInfo.processInfo.environment)
  ) -> String {
    let features = report.features.sorted { $0.effectSize > $1.effectSize }
    return (features + (report.label.map { [$0] } ?? [])).compactMap { drift in
      guard let columns = tables[drift.name] else { return nil }
      let sentence = DriftSentence.feature(drift).onOneLine
      guard columns.reference.hasValues || columns.current.hasValues else {
        return "\n\(sentence), no cell holds a value\n"
      }
      let picture = picture(
        columns.reference, columns.current, width: max(20, min(width, 200)), glyphs: glyphs)
      return "\n\(sentence)\n\(picture)\n"
    }.joined()
  }

  private static func picture(
    _ reference: Column, _ current: Column, width: Int, glyphs: GlyphSet
  ) -> String {
    let theme = Theme.dark.monochrome
    var legend = ""
    var screen = Screen(size: Size(width: width, height: height))
    let area = Rect(x: 0, y: 0, width: width, height: height)
    switch (reference, current) {
    case (.numeric(let reference), .numeric(let current)):
      let histogram = PairedHistogram.make(
        reference: SortedSample(reference), current: SortedSample(current), bins: mostBins)
      let plot = HistogramPlot(
        edges: histogram.edges,
        reference: sample("reference", histogram.referenceShares, .trainFill),
        current: sample("current", histogram.currentShares, .testFill))
      legend = plot.legend(theme: theme, glyphs: glyphs)
        .map { $0.spans.map(\.text).joined() }.joined(separator: "  ")
      plot.draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
    case (.categorical(let reference), .categorical(let current)):
      let counts = PairedCounts.make(reference: reference, current: current)
      legend = "r reference  c current"
      CategoryPlot(
        labels: counts.labels.map(\.onOneLine),
        reference: sample("reference", counts.referenceShares, .trainFill),
        current: sample("current", counts.currentShares, .testFill)
      ).draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
    default: break
    }
    var lines = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return legend + "\n" + lines.joined(separator: "\n")
  }

  private static func sample(
    _ name: String, _ shares: [Double], _ role: ThemeRole
  ) -> HistogramPlot.Sample {
    HistogramPlot.Sample(name: name, shares: shares, role: role)
  }
}
