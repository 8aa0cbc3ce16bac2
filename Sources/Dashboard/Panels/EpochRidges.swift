import Runs
import Shift
import TerminalUI

/// A feature of the model from inside, one ridge an epoch.
struct EpochRidges: Widget {
  let history: HistogramHistory

  /// The place of the feature among those of its view.
  let feature: Int

  let reference: Split

  /// Whether epochs are added.
  let isMoving: Bool

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard history.grids.indices.contains(feature) else { return }
    let epochs = isMoving ? Self.settled(history.epochs) : history.epochs
    let limit = RidgelinePlot.rowsThatFit(height: area.height, glyphs: glyphs)
    let places = Self.spread(epochs, atMost: limit)
    let rows = places.compactMap { history.entry(ofFeature: feature, row: $0) }.map { entry in
      RidgelinePlot.Row(
        label: NumberText.count(entry.epoch), note: entry.distance.map(Figures.effect) ?? "-",
        reference: entry.reference, current: entry.current)
    }
    RidgelinePlot(
      edges: history.grids[feature].edges, rows: rows, headings: ("epoch", "KS"),
      slots: isMoving ? limit : 0,
      reference: reference.fillRole, current: .testFill
    ).draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
  }

  /// The epochs up to the one that stands in front while more are added.
  ///
  /// It is followed by the next when the run is some hundredths longer: a ridge that is drawn anew at
  /// every look flickers, and costs a slow line more than all the rest of the screen.
  static func settled(_ epochs: [Int]) -> [Int] {
    guard let newest = epochs.last else { return [] }
    var beat = 1
    while 20 * beat <= newest { beat *= 2 }
    let front = epochs.firstIndex { $0 / beat == newest / beat } ?? 0
    return Array(epochs[...front])
  }

  /// The rows that are shown when there is room for `limit` of them.
  ///
  /// They lie near the multiples of a round number of epochs, so that they stay while epochs are added;
  /// the newest is always among them.
  static func spread(_ epochs: [Int], atMost limit: Int) -> [Int] {
    guard epochs.count > limit else { return Array(epochs.indices) }
    var step = 1
    while true {
      let multiple = { (place: Int) in (epochs[place] + step / 2) / step }
      let distance = { (place: Int) in abs(epochs[place] - multiple(place) * step) }
      var places = Dictionary(grouping: epochs.indices, by: multiple).values
        .compactMap { $0.min { distance($0) < distance($1) } }.sorted()
      if places.last != epochs.count - 1 { places.append(epochs.count - 1) }
      if places.count <= limit || step > epochs[epochs.count - 1] { return places.suffix(limit) }
      // 1, 2, 5, 10, 20, 50...
      step = "\(step)".hasPrefix("2") ? step / 2 * 5 : step * 2
    }
  }
}
