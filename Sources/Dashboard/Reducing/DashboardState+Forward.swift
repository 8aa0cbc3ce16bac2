import TerminalUI

extension DashboardState {
  /// Brings the panel forward on which a key shows its effect, where none that does is on the screen.
  mutating func showWhatAnswers(_ action: KeyAction) {
    let panels: [PanelKind]
    switch action {
    case .form: panels = [.distribution]
    case .order: panels = [.features]
    case .view, .reference, .nextFeature, .previousFeature: panels = [.distribution, .features]
    default: return
    }
    let shown = ScreenLayout(
      size: size, focus: focus, lower: lowerPanel, isFullScreen: isFullScreen
    ).places.map(\.panel)
    guard !shown.isEmpty, !shown.contains(where: panels.contains) else { return }
    // Arrows stay with a curve that stays on the screen.
    if focus.isLower || shown.count == 1 { focus = panels[0] } else { lowerPanel = panels[0] }
  }
}
