/// Something in a theme that could not be used; the theme works without it.
public struct ThemeWarning: Sendable, Hashable, CustomStringConvertible {
  /// The file, or the name of a built-in theme.
  public let file: String
  /// The line, counted from 1, when it is known.
  public let line: Int?
  /// The key, such as `roles.train`, or nothing when the whole file is meant.
  public let key: String?
  /// What is wrong and what is done instead.
  public let message: String

  /// The warning on one line: `mine.toml:12: roles.train: no colour is called "bluu"; ...`.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    let text = [place, key, message].compactMap { $0 }.joined(separator: ": ")
    return String(String.UnicodeScalarView(text.unicodeScalars.map(\.cleaned)))
  }
}
