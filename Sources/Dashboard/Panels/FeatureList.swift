import Runs
import Shift
import TerminalUI

/// The features with their drift, a star for those that drifted, and how much the model uses them.
struct FeatureList: Widget {
  let state: DashboardState

  /// The features, in the order of the list.
  let features: [FeatureDistribution]

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    BarList(
      rows: features.map { row($0.drift) }, selected: state.selectedPlace(in: features),
      headings: (bar: "drift", share: "use"), fullBar: fullBar
    ).draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
  }

  /// The use of the inputs, once it is known; hidden features have none.
  var use: [String: Double]? {
    state.view == .inputs && state.model != nil ? state.use : nil
  }

  /// The drift of a full bar, in steps, so that bars do not stretch and shrink.
  var fullBar: Double {
    let largest = features.map(\.drift.effectSize).max() ?? 0
    return [0.25, 0.5, 0.75].first { largest <= $0 } ?? 1
  }

  private func row(_ drift: FeatureDrift) -> BarList.Row {
    BarList.Row(
      name: drift.name, value: drift.effectSize, number: Figures.effect(drift.effectSize),
      isMarked: drift.drifted, share: use.map { $0[drift.name] ?? 0 })
  }
}
