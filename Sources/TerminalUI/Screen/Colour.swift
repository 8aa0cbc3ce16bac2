/// A colour of a cell's foreground or background.
public enum Colour: Hashable, Sendable {
  /// The terminal's own default.
  case terminal
  /// One of the terminal's sixteen palette colours, 0 to 15.
  case ansi(UInt8)
  /// An exact colour: red, green and blue from 0 to 255.
  case rgb(UInt8, UInt8, UInt8)
}
