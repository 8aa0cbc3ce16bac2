/// The themes that are part of the program, so that it needs no files beside it.
///
/// Their texts are those of the files in `themes/`; a test keeps the two the same, and writes them
/// anew from the files with `RECORD_SNAPSHOTS=1`.
public enum BuiltInThemes {
  private static let texts: KeyValuePairs<String, String> = [
    "ridgeline-dark": ridgelineDark,
    "ridgeline-light": ridgelineLight,
    "okabe-ito": okabeIto,
    "high-contrast": highContrast,
    "terminal": terminal,
    "alpenglow": alpenglow,
    "glacier": glacier,
  ]

  /// The names, the default first.
  public static let names = texts.map(\.key)

  /// The text of a built-in theme.
  public static func text(named name: String) -> ThemeText? {
    texts.first { $0.key == name }.map { ThemeText(file: $0.key, toml: $0.value) }
  }
}

extension Theme {
  /// The default theme, for a dark background.
  public static let dark = builtIn("ridgeline-dark")

  /// The default theme for a light background.
  public static let light = builtIn("ridgeline-light")

  /// All built-in themes, the default first.
  public static let builtIn: [Theme] = BuiltInThemes.names.map(builtIn)

  private static func builtIn(_ name: String) -> Theme {
    guard let text = BuiltInThemes.text(named: name) else { return Theme(name: name, styles: [:]) }
    return ThemeLoader().theme(from: text, named: name).theme
  }
}
