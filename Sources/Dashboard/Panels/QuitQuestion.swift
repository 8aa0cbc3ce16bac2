import TerminalUI

/// The question whether to leave an unfinished run.
struct QuitQuestion: Widget {
  let state: DashboardState

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let (epoch, epochs) = state.progress
    let key = theme[.keyHintKey]
    let text = theme[.text]
    let sentences = [
      "Run \(state.run?.number ?? 1) has done \(epoch) of \(epochs) epochs.",
      "Quitting ends it; what was not saved is lost.",
    ]
    let width = Popup.lineWidth(in: area)
    let lines =
      sentences.flatMap { $0.wrapped(to: width) }.map { [Span($0, style: text)] } + [
        [],
        [
          Span("y enter", style: key), Span("  quit     ", style: text),
          Span("n esc", style: key), Span("  stay", style: text),
        ],
      ]
    Popup(title: "quit?", lines: lines)
      .draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
  }
}
