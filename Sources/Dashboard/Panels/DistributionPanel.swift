import Runs
import Shift
import TerminalUI

/// How the selected feature is distributed in test, over its distribution in the reference.
struct DistributionPanel: Widget {
  let state: DashboardState
  let frame: PanelFrame

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let features = state.rankedFeatures
    let place = state.selectedPlace(in: features)
    let feature = features.indices.contains(place) ? features[place] : nil
    let legend =
      feature.map { feature in
        [
          LegendItem(feature.drift.name, style: theme[.value].adding(.bold), priority: 3),
          LegendItem("\(place + 1) of \(features.count)", style: theme[.muted], priority: 1),
        ] + keys(of: feature, in: Panel.inside(of: area), theme: theme, glyphs: glyphs)
      } ?? []
    let inside = frame.draw(
      title: title, legend: legend, notes: notes(in: area, theme: theme),
      below: forms(in: area, theme: theme), into: &screen, in: area, theme: theme, glyphs: glyphs)
    guard let feature else {
      screen.putCentred(waiting, in: inside, style: theme[.muted])
      return
    }
    let table = StatisticsTable(feature: feature, reference: state.reference)
    switch tablePlace(of: table, in: inside) {
    case .none:
      draw(feature, into: &screen, in: inside, theme: theme, glyphs: glyphs)
    case .below:
      let (above, below) = inside.splitBottom(table.height(width: inside.width) + 1)
      draw(feature, into: &screen, in: above, theme: theme, glyphs: glyphs)
      table.draw(
        into: &screen, in: below.inset(left: 1, top: 1, right: 1), theme: theme, glyphs: glyphs)
    case .beside:
      let (left, right) = inside.splitRight(min(60, inside.width / 2))
      draw(feature, into: &screen, in: left, theme: theme, glyphs: glyphs)
      let beside = right.inset(left: 2, top: 1)
      let (above, below) = beside.splitTop(table.height(width: beside.width))
      table.draw(into: &screen, in: above, theme: theme, glyphs: glyphs)
      FeatureList(state: state, features: features)
        .draw(into: &screen, in: below.inset(top: 1), theme: theme, glyphs: glyphs)
    }
  }

  private enum TablePlace {
    case none, beside, below
  }

  /// Where the statistics stand when the panel fills the screen: where they leave the plot its size.
  private func tablePlace(of table: StatisticsTable, in inside: Rect) -> TablePlace {
    guard frame.isFullScreen, state.shownForm != .image else { return .none }
    if inside.width >= 108 { return .beside }
    let isHigh = inside.height >= table.height(width: inside.width) + 16
    return inside.width >= 50 && isHigh ? .below : .none
  }

  private var title: String {
    state.shownForm.title(reference: state.reference.rawValue)
  }

  private var waiting: String {
    switch state.phase {
    case .failed: ""
    case .loading where state.data == nil: "reading the data"
    case _ where !state.hasTest: "no test data to compare with: --test names it"
    case _ where state.view == .inputs: "comparing \(state.reference.rawValue) with test"
    default: "looking at \(state.name(of: state.view))"
    }
  }

  private func draw(
    _ feature: FeatureDistribution, into screen: inout Screen, in area: Rect, theme: Theme,
    glyphs: GlyphSet
  ) {
    let rows = area.height >= Self.heightOfTwoLines ? 2 : area.height >= 4 ? 1 : 0
    let (plot, below) = area.splitBottom(rows)
    let samples = samples(of: feature)
    switch feature.shape {
    case .numeric(let histogram):
      if let widget = special(for: feature) {
        widget.draw(
          into: &screen, in: plot.inset(left: state.shownForm == .image ? 1 : 0, right: 1),
          theme: theme, glyphs: glyphs)
        break
      }
      HistogramPlot(
        edges: histogram.edges, reference: samples.reference, current: samples.current,
        form: state.shownForm.histogram, distanceLabel: DriftSentence.effect(feature.drift) ?? "",
        largestShare: state.largestShare
      )
      .draw(into: &screen, in: plot.inset(right: 1), theme: theme, glyphs: glyphs)
    case .categorical(let counts):
      CategoryPlot(
        labels: counts.labels, reference: samples.reference, current: samples.current,
        counts: (counts.reference, counts.current)
      )
      .draw(into: &screen, in: plot.inset(left: 1, right: 1), theme: theme, glyphs: glyphs)
    case .empty:
      screen.putCentred("no value is present on either side", in: plot, style: theme[.muted])
    }
    let lines = DistributionLines(
      feature: feature, reference: state.reference, keys: samples, form: state.shownForm,
      theme: theme,
      glyphs: glyphs)
    let area = below.inset(left: 1, right: 1)
    let texts = [lines.samples(into: area.width), lines.verdict(into: area.width)]
    for (row, items) in texts.suffix(rows).enumerated() {
      let line = area.row(row)
      ItemLine(items: items).draw(into: &screen, in: line, theme: theme, glyphs: glyphs)
    }
  }

  /// What is drawn in place of one histogram, in the forms that need more than one.
  private func special(for feature: FeatureDistribution) -> (any Widget)? {
    let place = state.distributions?.place(of: feature)
    switch state.shownForm {
    case .image:
      guard let pixels = state.pixels, let size = state.imageSize else { return nil }
      return PixelImages(
        pixels: pixels, size: size, reference: state.reference, selected: place)
    case .steps:
      return state.course.map {
        StepCurves(course: $0, reference: state.reference, selected: state.selectedStep)
      }
    case .ridgeline:
      guard let history = state.history, let place else { return nil }
      return EpochRidges(
        history: history, feature: place, reference: state.reference,
        isMoving: state.phase == .training)
    case .overlay, .mirrored, .difference, .cumulative: return nil
    }
  }

  /// What the bars look like, where the line below the plot that says so has no room.
  private func keys(
    of feature: FeatureDistribution, in inside: Rect, theme: Theme, glyphs: GlyphSet
  ) -> [LegendItem] {
    guard case .numeric = feature.shape, inside.height < Self.heightOfTwoLines,
      state.shownForm != .image
    else { return [] }
    let samples = samples(of: feature)
    let names = HistogramPlot(edges: [], reference: samples.reference, current: samples.current)
      .legend(theme: theme, glyphs: glyphs).prefix(2).map(\.spans)
    // Both or none: one alone tells nothing apart.
    return [LegendItem(Array(names.joined(separator: [Span(" ")])), priority: 2)]
  }

  /// The rows from which on two lines stand below the plot.
  private static let heightOfTwoLines = 7

  private func samples(
    of feature: FeatureDistribution
  ) -> Paired<HistogramPlot.Sample> {
    let (reference, current): ([Double], [Double]) =
      switch feature.shape {
      case .numeric(let histogram): (histogram.referenceShares, histogram.currentShares)
      case .categorical(let counts): (counts.referenceShares, counts.currentShares)
      case .empty: ([], [])
      }
    return Paired(
      reference: HistogramPlot.Sample(
        name: state.reference.rawValue, shares: reference, role: state.reference.fillRole),
      current: HistogramPlot.Sample(name: "test", shares: current, role: .testFill))
  }

  /// The views, as many of their names as fit: `v inputs dense_0 logits`, else `v inputs 1/3`.
  private func notes(in area: Rect, theme: Theme) -> [LegendItem] {
    let views = state.views
    return choice(
      key: "v", names: views.map(state.name), selected: views.firstIndex(of: state.view) ?? 0,
      into: area.width - 44, theme: theme)
  }

  /// The forms that the feature can be drawn in, as the views are.
  private func forms(in area: Rect, theme: Theme) -> [LegendItem] {
    let forms = state.forms
    guard let selected = forms.firstIndex(of: state.shownForm) else { return [] }
    return choice(
      key: "f", names: forms.map(\.name), selected: selected,
      into: area.width - (frame.isTabbed ? 46 : 20), theme: theme)
  }

  private func choice(
    key: String, names: [String], selected: Int, into width: Int, theme: Theme
  ) -> [LegendItem] {
    let key = Span("\(key) ", style: theme[.keyHintKey])
    let tabs = Tabs(names: names, selected: selected).spans(theme: theme)
    if tabs.displayWidth <= width { return [LegendItem([key] + tabs, priority: 1)] }
    return [
      LegendItem(
        [
          key, Span(names[selected], style: theme[.accent]),
          Span(" \(selected + 1)/\(names.count)", style: theme[.muted]),
        ], priority: 2)
    ]
  }
}

extension DistributionSnapshot {
  /// The place of a feature, by its name.
  fileprivate func place(of feature: FeatureDistribution) -> Int? {
    features.firstIndex { $0.drift.name == feature.drift.name }
  }
}

extension Split {
  /// The role of its curve and its name.
  var role: ThemeRole {
    switch self {
    case .source: .source
    case .train: .train
    case .validation: .validation
    case .test: .test
    }
  }

  /// The role of its bars.
  var fillRole: ThemeRole {
    switch self {
    case .source: .sourceFill
    case .train: .trainFill
    case .validation: .validationFill
    case .test: .testFill
    }
  }
}
