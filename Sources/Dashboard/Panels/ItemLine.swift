import TerminalUI

/// Pieces of text in a row; where they do not fit they move closer, then the least important go.
struct ItemLine: Widget {
  /// The columns between pieces that have moved close.
  static let smallestGap = 2

  let items: [LegendItem]

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let gap = items.totalWidth(gap: 3) <= area.width ? 3 : Self.smallestGap
    var x = area.x
    for item in LegendItem.fitting(items, into: area.width, gap: gap) {
      let point = Point(x: x, y: area.y)
      x += screen.put(item.spans, at: point, maximumWidth: area.maxX - x) + gap
    }
  }
}
