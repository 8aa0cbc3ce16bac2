import TerminalUI

/// How a panel stands on the screen, besides what it shows.
struct PanelFrame: Sendable {
  let kind: PanelKind

  /// Whether it takes the arrow keys.
  var isFocused = false

  /// Whether it is one of several that share a place.
  var isTabbed = false

  /// Whether it fills the screen because a person wants it to.
  var isFullScreen = false

  /// The notes in the lower border: the panels that share the place, the way back.
  func footer(theme: Theme) -> [LegendItem] {
    if isFullScreen { return [KeyHints.Hint("esc", "back").item(theme: theme)] }
    guard isTabbed else { return [] }
    let tabs = Tabs(
      names: PanelKind.lower.map(\.title),
      selected: PanelKind.lower.firstIndex(of: kind) ?? 0)
    return [
      LegendItem(
        [Span("tab ", style: theme[.keyHintKey])] + tabs.spans(theme: theme), priority: 9)
    ]
  }

  /// Draws the border, with `below` in its lower side, and returns the cells inside it.
  @discardableResult
  func draw(
    title: String, legend: [LegendItem] = [], notes: [LegendItem] = [],
    below: [LegendItem] = [], into screen: inout Screen, in area: Rect, theme: Theme,
    glyphs: GlyphSet
  ) -> Rect {
    Panel(
      title: title, legend: legend, notes: notes, footer: below + footer(theme: theme),
      isFocused: isFocused
    ).draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
    return Panel.inside(of: area)
  }
}
