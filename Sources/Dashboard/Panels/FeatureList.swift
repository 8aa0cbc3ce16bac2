import Runs
import Shift
import TerminalUI

/// The features with their drift, a star for those that drifted, and how much the model uses them.
struct FeatureList: Widget {
  let state: DashboardState

  /// The features, in the order of the list.
  let features: [FeatureDistribution]

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let selected = state.selectedPlace(in: features)
    let body = Self.body(of: area)
    let window = Self.window(around: selected, of: features.count, in: body.height)
    // All names count for the width, so that nothing moves sideways when the list scrolls; a third
    // of the panel is the most that the list gives them.
    let widest = features.reduce(0) { max($0, $1.drift.name.displayWidth) }
    let width = min(widest, max(3, area.width / 3))
    let use = use
    BarList(
      rows: features[window].map { row($0.drift, use: use, nameWidth: width) },
      selected: selected - window.lowerBound,
      headings: (bar: "drift", share: "use", product: "both"),
      fullBar: fullBar
    ).draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
    ScrollMark(visible: window, count: features.count).draw(
      into: &screen, in: body.splitRight(1).right, theme: theme, glyphs: glyphs)
  }

  /// The part of an area that has the rows, below the headings.
  static func body(of area: Rect) -> Rect { area.inset(top: area.height >= 3 ? 1 : 0) }

  /// The rows that are seen: only they are made, however many features there are.
  static func window(around selected: Int, of count: Int, in height: Int) -> Range<Int> {
    let first = ScrollOffset.showing(selected, of: count, in: height)
    return first..<max(first, min(count, first + height))
  }

  /// The use of the inputs, once it is known; hidden features have none.
  var use: [String: Double]? {
    state.hasUse ? state.use : nil
  }

  /// Drift x use, where that is what the list is ordered by.
  func product(of drift: FeatureDrift) -> String? {
    guard state.shownOrder == .driftTimesUse, let use else { return nil }
    return Figures.effect(drift.effectSize * (use[drift.name] ?? 0))
  }

  /// The drift of a full bar, in steps, so that bars do not stretch and shrink.
  var fullBar: Double {
    let largest = features.map(\.drift.effectSize).max() ?? 0
    return [0.25, 0.5, 0.75].first { largest <= $0 } ?? 1
  }

  private func row(
    _ drift: FeatureDrift, use: [String: Double]?, nameWidth: Int
  ) -> BarList.Row {
    BarList.Row(
      name: Figures.filled(drift.name, to: nameWidth), value: drift.effectSize,
      number: Figures.effect(drift.effectSize), isMarked: drift.drifted,
      share: use.map { $0[drift.name] ?? 0 }, product: product(of: drift))
  }
}
