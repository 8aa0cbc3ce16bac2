import Dashboard
import TerminalUI

/// Draws the state on a terminal, in the theme that the state names.
final class Painter {
  private let terminal: any Terminal
  private let themes: ThemeFolders
  private let glyphs: GlyphSet
  private var theme: (name: String, theme: Theme)?

  /// A painter for a terminal.
  init(terminal: any Terminal, themes: ThemeFolders, glyphs: GlyphSet) {
    self.terminal = terminal
    self.themes = themes
    self.glyphs = glyphs
  }

  /// Shows the state.
  func show(_ state: DashboardState) {
    terminal.present(
      render(state, size: state.size, theme: theme(named: state.themeName), glyphs: glyphs))
  }

  private func theme(named name: String) -> Theme {
    if let theme, theme.name == name { return theme.theme }
    let found = themes.theme(name).theme.adapted(to: terminal.colourDepth)
    theme = (name, found)
    return found
  }
}
