extension Colour {
  /// The colour that a theme file means: `#rrggbb`, `#rgb`, `ansi:3`, `bright-blue`, `terminal`.
  ///
  /// `nil` when the text names no colour.
  public init?(name: String) {
    let name = name.lowercased()
    if name.hasPrefix("#") {
      guard let colour = Colour(hexadecimal: name.dropFirst()) else { return nil }
      self = colour
    } else if name.hasPrefix("ansi:") {
      guard let index = UInt8(name.dropFirst(5)), index < 16 else { return nil }
      self = .ansi(index)
    } else if name == "terminal" || name == "default" {
      self = .terminal
    } else {
      let bright = name.hasPrefix("bright-")
      guard let index = Colour.ansiNames.firstIndex(of: String(name.dropFirst(bright ? 7 : 0)))
      else { return nil }
      self = .ansi(UInt8(index + (bright ? 8 : 0)))
    }
  }

  private init?(hexadecimal digits: Substring) {
    let values = digits.compactMap(\.hexDigitValue).map(UInt8.init)
    guard values.count == digits.count else { return nil }
    switch values.count {
    case 3: self = .rgb(values[0] * 17, values[1] * 17, values[2] * 17)
    case 6:
      self = .rgb(
        values[0] * 16 + values[1], values[2] * 16 + values[3], values[4] * 16 + values[5])
    default: return nil
    }
  }

  private static let ansiNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]
}
