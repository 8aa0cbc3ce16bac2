import TerminalUI

/// Why the session ended, where nobody can overlook it.
struct FailureBox: Widget {
  let reason: String

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let lines = reason.wrapped(to: max(1, min(72, area.width - 4)))
    Popup(
      title: "failed", lines: lines.map { [Span($0, style: theme[.bad])] },
      footer: [KeyHints.Hint("q", "leave").item(theme: theme)]
    ).draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
  }
}
