import Runs
import Shift
import TerminalUI

/// The features by drift times use, the selected one marked.
struct FeaturePanel: Widget {
  let state: DashboardState
  let frame: PanelFrame

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let features = state.rankedFeatures
    let inside = frame.draw(
      title: "features", legend: legend(theme: theme), notes: notes(theme: theme), into: &screen,
      in: area, theme: theme, glyphs: glyphs)
    guard !features.isEmpty else {
      screen.putCentred("no distributions yet", in: inside, style: theme[.muted])
      return
    }
    let selected = state.selectedPlace(in: features)
    if frame.isFullScreen, inside.width >= 72 {
      table(of: features, selected: selected, theme: theme, glyphs: glyphs)
        .draw(into: &screen, in: inside.inset(left: 1, right: 1), theme: theme, glyphs: glyphs)
    } else {
      let use = use
      BarList(
        rows: features.map { row($0.drift, use: use) }, selected: selected,
        headings: (bar: "drift", share: "use"), fullBar: fullBar(features)
      ).draw(into: &screen, in: inside, theme: theme, glyphs: glyphs)
    }
  }

  /// The use of the inputs; hidden features have none.
  private var use: [String: Double]? { state.view == .inputs ? state.use : nil }

  /// The drift of a full bar, in steps, so that bars do not stretch and shrink.
  private func fullBar(_ features: [FeatureDistribution]) -> Double {
    let largest = features.map(\.drift.effectSize).max() ?? 0
    return largest > 0.5 ? 1 : largest > 0.25 ? 0.5 : 0.25
  }

  private func row(_ drift: FeatureDrift, use: [String: Double]?) -> BarList.Row {
    BarList.Row(
      name: drift.name, value: drift.effectSize, number: Figures.effect(drift.effectSize),
      isMarked: drift.drifted, share: use.map { $0[drift.name] ?? 0 })
  }

  private func legend(theme: Theme) -> [LegendItem] {
    guard let distributions = state.distributions else { return [] }
    let drifted = distributions.driftedCount
    return [
      LegendItem(
        "\(drifted) of \(distributions.features.count) drifted *",
        style: theme[drifted > 0 ? .bad : .good], priority: 2)
    ]
  }

  private func notes(theme: Theme) -> [LegendItem] {
    let text = state.view == .inputs ? "by drift x use" : "by drift"
    return [LegendItem(text, style: theme[.muted], priority: 1)]
  }

  private func table(
    of features: [FeatureDistribution], selected: Int, theme: Theme, glyphs: GlyphSet
  ) -> TextTable {
    let use = use
    let full = fullBar(features)
    let columns = [
      TextTable.Column("feature", isFlexible: true), TextTable.Column("drift"),
      TextTable.Column("KS, V", isNumeric: true), TextTable.Column("*"),
      TextTable.Column("use", isNumeric: true), TextTable.Column("p adjusted", isNumeric: true),
      TextTable.Column("W1", isNumeric: true), TextTable.Column("PSI", isNumeric: true),
      TextTable.Column("JS", isNumeric: true), TextTable.Column("missing", isNumeric: true),
    ]
    let rows = features.map { feature in
      let drift = feature.drift
      let effect = drift.effectSize
      let role: ThemeRole = effect >= 0.3 ? .barHigh : effect >= 0.1 ? .barMiddle : .barLow
      let numbers: [String?] = [
        use.map { NumberText.share($0[drift.name] ?? 0, decimals: 2) },
        drift.pAdjusted.map { NumberText.probability($0) },
        drift.wasserstein.map { NumberText.measure($0, digits: 2) },
        drift.psi.map(Figures.effect), drift.js.map(Figures.effect),
        NumberText.percent(drift.missing.current),
      ]
      return [
        Span(drift.name, style: theme[.text]),
        Span(bar(effect / full, glyphs: glyphs), style: theme[role]),
        Span(Figures.effect(effect), style: theme[.value]),
        Span(drift.drifted ? "*" : " ", style: theme[.bad]),
      ] + numbers.map { Span($0 ?? "-", style: theme[.text]) }
    }
    return TextTable(columns: columns, rows: rows, selected: selected)
  }

  private func bar(_ share: Double, glyphs: GlyphSet) -> String {
    let cells = 12
    let eighths = BarGlyphs.eighths(of: share, in: cells)
    let scalars = (0..<cells).map { cell in
      BarGlyphs.horizontal(eighths: eighths - cell * 8, glyphs: glyphs)
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
