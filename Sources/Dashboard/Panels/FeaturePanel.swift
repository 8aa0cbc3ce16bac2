import Runs
import Shift
import TerminalUI

/// The features in the chosen order, the selected one marked, and what they come to in plain words.
struct FeaturePanel: Widget {
  let state: DashboardState
  let frame: PanelFrame

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let features = state.rankedFeatures
    let sentence = sentence(in: Panel.inside(of: area))
    let (body, below) = Panel.inside(of: area).splitBottom(sentence.count)
    let selected = state.selectedPlace(in: features)
    let window = FeatureList.window(
      around: selected, of: features.count, in: FeatureList.body(of: body).height)
    frame.draw(
      title: "features",
      legend: legend(width: area.width, countsDrifted: sentence.isEmpty, theme: theme),
      below: footer(window: window, count: features.count, theme: theme),
      into: &screen, in: area, theme: theme, glyphs: glyphs)
    guard !features.isEmpty else {
      screen.putCentred(
        state.hasTest ? "no distributions yet" : "no test data", in: body, style: theme[.muted])
      return
    }
    for (row, line) in sentence.enumerated() {
      let start = below.row(row).inset(left: 1)
      screen.put(line, at: start.origin, style: theme[.text], maximumWidth: start.width)
    }
    guard frame.isFullScreen, body.width >= 72 else {
      FeatureList(state: state, features: features)
        .draw(into: &screen, in: body, theme: theme, glyphs: glyphs)
      return
    }
    table(
      of: Array(features[window]), selected: selected - window.lowerBound,
      barColumns: max(4, min(60, body.width - 68 - widestName(in: features[window]))), theme: theme,
      glyphs: glyphs
    )
    .draw(into: &screen, in: body.inset(left: 1, right: 1), theme: theme, glyphs: glyphs)
    ScrollMark(visible: window, count: features.count).draw(
      into: &screen, in: FeatureList.body(of: body).splitRight(1).right, theme: theme,
      glyphs: glyphs)
  }

  /// The columns that names have at least, before the bars take what is left.
  private func widestName(in features: ArraySlice<FeatureDistribution>) -> Int {
    min(24, features.map(\.drift.name.displayWidth).max() ?? 0)
  }

  /// The missing values of the reference and of test: `0%, 30%`, or what both have.
  private static func missing(_ shares: Paired<Double>) -> String {
    let texts = [shares.reference, shares.current].map { NumberText.percent($0) }
    return texts[0] == texts[1] ? texts[0] : texts.joined(separator: ", ")
  }

  /// Which rows of a longer list are seen, and the key that orders them.
  private func footer(window: Range<Int>, count: Int, theme: Theme) -> [LegendItem] {
    let order = KeyHints.Hint("b", "order", priority: 1).item(theme: theme)
    guard !window.isEmpty, window.count < count else { return [order] }
    let rows = "\(window.lowerBound + 1)-\(window.upperBound) of \(count)"
    return [LegendItem(rows, style: theme[.muted], priority: 2), order]
  }

  /// What all features come to in plain words, where enough of the list stays beside it.
  private func sentence(in area: Rect) -> [String] {
    guard area.height >= 12, let sentence = state.featureSentence else { return [] }
    let lines = sentence.wrapped(to: max(1, area.width - 2))
    return lines.count <= area.height / 4 ? lines : []
  }

  private func legend(width: Int, countsDrifted: Bool, theme: Theme) -> [LegendItem] {
    guard let distributions = state.distributions else { return [] }
    // In a narrow panel there is room for the order alone.
    let title = state.shownOrder.title.dropFirst(width < 34 ? "by ".count : 0)
    let order = LegendItem(String(title), style: theme[.value], priority: 5)
    let held =
      state.rankings[state.view]?.isHeld ?? false
      ? [LegendItem("held", style: theme[.muted], priority: 3)] : []
    // Train is what one expects.
    let pair = LegendItem(
      "\(distributions.reference.rawValue) vs test", style: theme[.muted],
      priority: distributions.reference == .train ? 1 : 4)
    guard countsDrifted else { return [order] + held + [pair] }
    let drifted = distributions.driftedCount
    func text(of all: Int?) -> String { "\(drifted)\(all.map { " of \($0)" } ?? "") drifted *" }
    return [order] + held + [
      LegendItem(
        text(of: width < 56 ? nil : distributions.features.count),
        style: theme[drifted > 0 ? .bad : .good], priority: 2),
      pair,
    ]
  }

  private func table(
    of features: [FeatureDistribution], selected: Int, barColumns: Int, theme: Theme,
    glyphs: GlyphSet
  ) -> TextTable {
    let list = FeatureList(state: state, features: state.rankedFeatures)
    let (use, full) = (list.use, list.fullBar)
    let hasProduct = state.shownOrder == .driftTimesUse
    var columns = [
      TextTable.Column("feature", isFlexible: true), TextTable.Column("drift"),
      TextTable.Column("KS, V", isNumeric: true), TextTable.Column("*"),
      TextTable.Column("use", isNumeric: true), TextTable.Column("p adjusted", isNumeric: true),
      TextTable.Column("W1", isNumeric: true), TextTable.Column("PSI", isNumeric: true),
      TextTable.Column("JS", isNumeric: true), TextTable.Column("missing", isNumeric: true),
    ]
    if hasProduct { columns.insert(TextTable.Column("both", isNumeric: true), at: 5) }
    let rows = features.map { feature in
      let drift = feature.drift
      let effect = drift.effectSize
      let role: ThemeRole =
        !drift.drifted || effect < 0.1 ? .barLow : effect < 0.3 ? .barMiddle : .barHigh
      var numbers: [String?] = [
        use.map { NumberText.share($0[drift.name] ?? 0, decimals: 2) },
        drift.pAdjusted.map { Figures.probability($0) },
        drift.wasserstein.map { NumberText.measure($0, digits: 2) },
        drift.isOneBin ? nil : drift.psi.map(Figures.effect),
        drift.isOneBin ? nil : drift.js.map(Figures.effect),
        Self.missing(drift.missing),
      ]
      if hasProduct { numbers.insert(list.product(of: drift), at: 1) }
      return [
        Span(drift.name, style: theme[.text]),
        Span(bar(effect / full, columns: barColumns, glyphs: glyphs), style: theme[role]),
        Span(Figures.effect(effect), style: theme[.value]),
        Span(drift.drifted ? "*" : " ", style: theme[.bad]),
      ] + numbers.map { Span($0 ?? "-", style: theme[.text]) }
    }
    return TextTable(columns: columns, rows: rows, selected: selected)
  }

  private func bar(_ share: Double, columns: Int, glyphs: GlyphSet) -> String {
    let filled = share > 0 ? max(1, Int((min(1, share) * Double(columns)).rounded())) : 0
    return Figures.filled(
      String(repeating: glyphs.isUnicode ? "▆" : "#", count: filled), to: columns)
  }
}
