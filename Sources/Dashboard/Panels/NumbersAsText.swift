import Runs
import TerminalUI

/// What matters most as lines of text, where there is no room for a panel.
struct NumbersAsText: Widget {
  let state: DashboardState

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let lines = area.height == 1 ? [lines.joined(separator: " ")] : lines
    for (index, line) in lines.prefix(area.height).enumerated() {
      screen.put(
        line, at: Point(x: area.x, y: area.y + index), style: theme[.text],
        maximumWidth: area.width, ellipsis: area.width > 1 ? glyphs.ellipsis : nil)
    }
  }

  private var lines: [String] {
    if state.overlay == .quitQuestion { return ["quit? y n"] }
    if case .failed(let reason) = state.phase { return ["failed"] + reason.wrapped(to: 20) }
    let (epoch, epochs) = state.progress
    var lines = ["epoch \(epoch)/\(epochs)"]
    if let run = state.run {
      let loss = run.test?.loss ?? run.latest?.train.loss
      lines.append("loss \(Figures.loss(loss).drop { $0 == " " })")
      lines.append("test \(Figures.score(run.test?.score).drop { $0 == " " })")
    }
    lines.append(PhaseBadge(phase: state.phase).word)
    lines.append(SettingText.penalties(state.settings.wished.penalty))
    return lines
  }
}
