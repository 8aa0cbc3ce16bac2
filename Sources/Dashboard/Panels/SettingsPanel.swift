import Runs
import TerminalUI

/// The settings: those that can be altered while training goes on, below them what is fixed.
struct SettingsPanel: Widget {
  let state: DashboardState
  let frame: PanelFrame

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let inside = frame.draw(
      title: "settings", notes: notes(theme: theme), into: &screen, in: area, theme: theme,
      glyphs: glyphs
    ).inset(left: 1, right: 1)
    let fixed = FixedSettings(state: state)
    guard inside.width >= 58 else {
      let rows = drawLive(into: &screen, in: inside, theme: theme, glyphs: glyphs)
      let gap = inside.height >= rows + 1 + fixed.rows.count ? 1 : 0
      if !frame.isFocused || inside.height > rows {
        fixed.draw(into: &screen, in: inside.inset(top: rows + gap), theme: theme, glyphs: glyphs)
      }
      return
    }
    let (left, right) = inside.splitLeft(min(56, inside.width / 2))
    let rows = drawLive(
      into: &screen, in: left.inset(right: 2), theme: theme, glyphs: glyphs)
    fixed.draw(into: &screen, in: right, theme: theme, glyphs: glyphs)
    if frame.isFullScreen {
      let below = Rect(
        x: inside.x, y: inside.y + max(rows, fixed.rows.count) + 1, width: inside.width,
        height: inside.height - max(rows, fixed.rows.count) - 1)
      let explanation = SettingExplanation(state: state)
      let (upper, lower) = below.splitTop(explanation.height(width: below.width) + 1)
      explanation.draw(into: &screen, in: upper, theme: theme, glyphs: glyphs)
      ChangeTable(state: state).draw(into: &screen, in: lower, theme: theme, glyphs: glyphs)
    }
  }

  private func notes(theme: Theme) -> [LegendItem] {
    guard !state.settings.pending.isEmpty else { return [] }
    return [LegendItem(isTraining ? "next batch" : "when it goes on", style: theme[.accent])]
  }

  private var isTraining: Bool { state.phase == .training }

  /// Draws the settings that can be altered.
  ///
  /// - Returns: The rows they took.
  private func drawLive(
    into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet
  ) -> Int {
    let hasGap = area.height >= 7
    var y = 0
    let all = SettingRow.allCases
    // Too low an area shows the part around the selected row.
    let selected = all.firstIndex(of: state.settingRow) ?? 0
    let first =
      frame.isFocused || frame.isFullScreen
      ? ScrollOffset.showing(selected, of: all.count, in: area.height) : 0
    for row in all.dropFirst(area.height < all.count ? first : 0) {
      if hasGap, row == .learningRate { y += 1 }
      let line = area.row(y)
      guard !line.isEmpty else { break }
      draw(row, into: &screen, in: line, theme: theme, glyphs: glyphs)
      if row == state.settingRow, frame.isFocused || frame.isFullScreen {
        let whole = Rect(x: line.x - 1, y: line.y, width: line.width + 2, height: 1)
        screen.restyle(whole) { $0.selected(by: theme[.selection]) }
        screen[whole.x, whole.y].scalar = glyphs.cursor
      }
      y += 1
    }
    return y
  }

  private func draw(
    _ row: SettingRow, into screen: inout Screen, in line: Rect, theme: Theme, glyphs: GlyphSet
  ) {
    let wished = state.settings.wished
    switch row {
    case .l1:
      draw(
        wished.penalty.l1, of: .l1(wished.penalty.l1), named: "L1", into: &screen, in: line,
        theme: theme, glyphs: glyphs)
    case .l2:
      draw(
        wished.penalty.l2, of: .l2(wished.penalty.l2), named: "L2", into: &screen, in: line,
        theme: theme, glyphs: glyphs)
    case .learningRate:
      let isPending = state.settings.isPending(.learningRate(wished.learningRate))
      let text = NumberText.strength(wished.learningRate)
      draw("learning rate", text, isPending, into: &screen, in: line, theme: theme, glyphs: glyphs)
    case .l1Mode:
      let isPending = state.settings.isPending(.l1Mode(wished.penalty.l1Mode))
      let text = wished.penalty.l1Mode.rawValue
      draw("L1 mode", text, isPending, into: &screen, in: line, theme: theme, glyphs: glyphs)
    case .pull:
      let isPending = state.settings.isPending(.pull(wished.penalty.pull))
      let text = wished.penalty.pull.rawValue
      draw("pull to", text, isPending, into: &screen, in: line, theme: theme, glyphs: glyphs)
    case .pace:
      let pace = Figures.pace(state.pace)
      let fits = FixedSettings.nameWidth + pace.displayWidth <= line.width
      draw(
        "pace", fits ? pace : pace.replacing(" epochs", with: ""), false, into: &screen, in: line,
        theme: theme, glyphs: glyphs)
    }
  }

  /// `L1  on   1e-3  ━━●───`; what still waits for the next batch has an arrow before it.
  private func draw(
    _ strength: Strength, of setting: Setting, named name: String, into screen: inout Screen,
    in line: Rect, theme: Theme, glyphs: GlyphSet
  ) {
    let isPending = state.settings.isPending(setting)
    let arrow = isPending ? (glyphs.isUnicode ? "→" : ">") : " "
    let spans = [
      Span("\(name) ", style: theme[strength.isOn ? .value : .text].adding(.bold)),
      Span(arrow, style: theme[.accent]),
      Span(strength.isOn ? "on  " : "off ", style: theme[strength.isOn ? .on : .off]),
      Span(
        Figures.filled(NumberText.strength(strength.value), to: 6),
        style: theme[strength.isOn ? .value : .off]),
    ]
    let used = screen.put(spans, at: line.origin, maximumWidth: line.width)
    let slider = line.inset(left: used + 1)
    guard slider.width >= 4 else { return }
    Slider(
      logarithmic: strength.value, in: Strength.minimum...Strength.maximum, isOn: strength.isOn
    ).draw(
      into: &screen, in: slider.splitLeft(32).left, theme: theme, glyphs: glyphs)
  }

  private func draw(
    _ name: String, _ value: String, _ isPending: Bool, into screen: inout Screen, in line: Rect,
    theme: Theme, glyphs: GlyphSet
  ) {
    let arrow = isPending ? (glyphs.isUnicode ? "→" : ">") : ""
    screen.put(
      [
        Span(Figures.filled(name, to: FixedSettings.nameWidth), style: theme[.muted]),
        Span(arrow, style: theme[.accent]), Span(value, style: theme[.value]),
      ], at: line.origin, maximumWidth: line.width, ellipsis: glyphs.ellipsis)
  }
}
