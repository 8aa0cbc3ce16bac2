/// How many colours a terminal can show.
public enum ColourDepth: String, Sendable, CaseIterable {
  /// Exact colours, eight bits each of red, green and blue.
  case trueColour
  /// The 256 indexed colours of xterm.
  case colours256
  /// The terminal's sixteen colours.
  case colours16
  /// No colour, attributes only.
  case monochrome
}
