import CursesBackend
import Foundation
import TerminalUI

/// How the screen is to look: what options say, then the settings file, then what fits.
struct Looks {
  /// The themes that a key goes through.
  let themes: ThemeFolders

  /// The names of the themes; one that was named by its path is the first.
  let themeNames: [String]

  /// The theme at the start.
  let themeName: String

  /// What is decided about the terminal instead of found out.
  let terminal: CursesOptions

  /// What of the theme at the start could not be used.
  let warnings: [String]

  private let glyphs: GlyphSet?

  /// The looks that options and settings ask for.
  init(_ options: ScreenOptions, _ settings: UserSettings, themeFolders: [String]) {
    themes = ThemeFolders(themeFolders)
    let name = options.theme ?? settings.theme ?? Theme.dark.name
    let names = themes.names
    themeNames = names.contains(name) ? names : [name] + names
    themeName = name
    warnings = themes.theme(name).warnings.map(\.description)
    glyphs = options.glyphs ?? settings.glyphs
    terminal = CursesOptions(
      colourDepth: (options.colour ?? settings.colour)?.depth,
      forcesUTF8: glyphs?.isUnicode ?? false)
  }

  /// The glyphs that curves are drawn with.
  func glyphs(isUTF8: Bool, _ variables: [String: String]) -> GlyphSet {
    glyphs ?? (isUTF8 ? .fitting(variables) : .ascii)
  }
}
