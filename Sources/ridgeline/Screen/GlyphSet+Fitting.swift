import TerminalUI

extension GlyphSet {
  /// The richest glyphs that a locale and a terminal of these environment variables can show.
  ///
  /// Braille needs UTF-8 and a font that has it, which the console of Linux has not: it gets blocks.
  static func fitting(_ variables: [String: String]) -> GlyphSet {
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty } ?? ""
    let encoding = locale.lowercased().replacing("-", with: "")
    guard encoding.contains("utf8") else { return .ascii }
    return variables["TERM"] == "linux" ? .block : .braille
  }
}
