import Runs
public import TerminalUI

/// Draws the dashboard.
///
/// Pure: the same arguments give the same screen. Every size is drawn, down to no cell at all.
///
/// - Parameters:
///   - state: What is to be shown.
///   - size: The size of the screen.
///   - theme: The styles.
///   - glyphs: The glyphs that the terminal can show.
/// - Returns: The screen.
public func render(
  _ state: DashboardState, size: Size, theme: Theme, glyphs: GlyphSet
) -> Screen {
  var screen = Screen(size: size, fill: Cell(" ", style: theme[.background]))
  let layout = ScreenLayout(
    size: size, focus: state.focus, lower: state.lowerPanel, isFullScreen: state.isFullScreen)
  let canvas = DrawingSurface(theme: theme, glyphs: glyphs)
  canvas.draw(HeaderLine(state: state), in: layout.header, of: &screen)
  for place in layout.places {
    let isTabbed = layout.kind == .tabbed && layout.places.count > 1 && place.panel.isLower
    canvas.draw(
      panel(place.panel, of: state, isTabbed: isTabbed, isAlone: layout.places.count == 1),
      in: place.area, of: &screen)
  }
  let showsLoss = state.overlay == nil && layout.places.contains { $0.panel == .loss }
  canvas.draw(StatusLine(state: state, showsLoss: !showsLoss), in: layout.status, of: &screen)
  canvas.draw(MessageLines(notice: Narration.sentence(for: state)), in: layout.message, of: &screen)
  canvas.draw(
    HintLine(state: state, isSingle: layout.kind == .single), in: layout.hints, of: &screen)
  if layout.kind == .text {
    canvas.draw(NumbersAsText(state: state), in: screen.bounds, of: &screen)
  }
  if let overlay = overlay(of: state, on: layout) {
    canvas.draw(overlay, in: layout.body, of: &screen)
  }
  if !glyphs.isUnicode { screen.reduceToASCII() }
  return screen
}

/// What lies over the panels.
private func overlay(of state: DashboardState, on layout: ScreenLayout) -> (any Widget)? {
  switch state.overlay {
  case .help(let query, let scroll):
    return HelpPopup(state: state, query: query, scroll: scroll)
  case .quitQuestion:
    return layout.kind == .text ? nil : QuitQuestion(state: state)
  case nil:
    guard case .failed(let reason) = state.phase, layout.kind != .text else { return nil }
    return FailureBox(reason: reason)
  }
}

private func panel(
  _ kind: PanelKind, of state: DashboardState, isTabbed: Bool, isAlone: Bool
) -> any Widget {
  let frame = PanelFrame(
    kind: kind, isFocused: state.focus == kind && !isAlone, isTabbed: isTabbed,
    isFullScreen: isAlone && state.isFullScreen)
  return switch kind {
  case .loss: CurvePanel(state: state, quantity: .loss, frame: frame)
  case .score: CurvePanel(state: state, quantity: .score, frame: frame)
  case .distribution: DistributionPanel(state: state, frame: frame)
  case .features: FeaturePanel(state: state, frame: frame)
  case .settings: SettingsPanel(state: state, frame: frame)
  }
}

/// The theme and the glyphs that everything is drawn with.
private struct DrawingSurface {
  let theme: Theme
  let glyphs: GlyphSet

  func draw(_ widget: any Widget, in area: Rect, of screen: inout Screen) {
    widget.draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
  }
}
