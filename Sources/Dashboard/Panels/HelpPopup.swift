import TerminalUI

/// The keys and what they do, from the key table.
struct HelpPopup: Widget {
  let state: DashboardState
  let query: String
  var scroll = 0

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    popup(in: area, theme: theme).draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
  }

  /// The furthest that it can be scrolled on the present screen.
  var furthestScroll: Int {
    let layout = ScreenLayout(
      size: state.size, focus: state.focus, lower: state.lowerPanel,
      isFullScreen: state.isFullScreen)
    // Colours make no difference to the number of lines.
    return popup(in: layout.body, theme: .dark).maximumScroll(in: layout.body)
  }

  private func popup(in area: Rect, theme: Theme) -> Popup {
    let width = Popup.lineWidth(in: area)
    return Popup(
      title: "help", lines: state.keyMap.helpLines(matching: query, width: width, theme: theme),
      scroll: scroll, query: query.isEmpty ? nil : query,
      footer: [
        LegendItem("type to search", style: theme[.muted], priority: 1),
        KeyHints.Hint("esc", query.isEmpty ? "close" : "clear", priority: 2).item(theme: theme),
      ])
  }
}
