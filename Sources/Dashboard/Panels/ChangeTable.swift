import Runs
import TerminalUI

/// What was altered in the present run, when, and what the test score did until the next change.
struct ChangeTable: Widget {
  let state: DashboardState

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard let run = state.run, !run.changes.isEmpty else { return }
    // The newest stay in sight.
    let shown = run.changes.suffix(max(0, area.height - 1))
    let scores = run.changes.dropFirst().map(\.scoreBefore) + [run.test?.score]
    let rows = zip(shown, scores.suffix(shown.count)).map { mark, after in
      [
        Span("\(mark.change.epoch)", style: theme[.text]),
        Span("\(mark.change.batch)", style: theme[.text]),
        Span(SettingText.mark(mark.change.old), style: theme[.muted]),
        Span(SettingText.mark(mark.change.new), style: theme[.markLabel]),
        Span(Figures.score(mark.scoreBefore), style: theme[.value]),
        Span(Figures.score(after), style: theme[.value]),
      ]
    }
    TextTable(
      columns: [
        TextTable.Column("epoch", isNumeric: true), TextTable.Column("batch", isNumeric: true),
        TextTable.Column("before"), TextTable.Column("since then"),
        TextTable.Column("test \(state.scoreName)", isNumeric: true),
        TextTable.Column("after", isNumeric: true),
      ], rows: Array(rows)
    ).draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
  }
}
