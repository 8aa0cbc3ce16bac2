/// How the bars of two histograms are told apart.
enum BarMarking: Equatable {
  /// By three colours.
  case colours
  /// Without colours: the reference is a light texture, the current sample is solid, and where the
  /// reference ends inside of that a line is left out.
  case shades
  /// In ASCII: by a character for the reference, the current sample and both.
  case letters(reference: Unicode.Scalar, current: Unicode.Scalar, both: Unicode.Scalar)

  /// The texture of the reference without colours.
  static let shade: Unicode.Scalar = "░"

  /// What is left of a bar of less than half a row, upwards and downwards from its line.
  static func trace(isUp: Bool) -> Unicode.Scalar { isUp ? "." : "'" }

  /// The line at the top of the reference, so many eighths above the foot of its cell; drawn reversed.
  static func edge(eighths: Int) -> Unicode.Scalar {
    eighths <= 2 ? "▁" : eighths <= 6 ? "─" : "▔"
  }
}
