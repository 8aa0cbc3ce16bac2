import TerminalUI

/// Translates colours into the numbers that curses takes.
struct ColourNumbers {
  /// A style as curses knows it.
  struct Look: Hashable {
    /// The number of the foreground; -1 for the terminal's own.
    var foreground: Int32
    /// The number of the background; -1 for the terminal's own.
    var background: Int32
    /// The style's attributes, with bold added where it stands for a bright colour.
    var attributes: Attributes
  }

  private let depth: ColourDepth
  private let hasBrightColours: Bool
  private var known: [Style: Look] = [:]

  /// A translation for a terminal of `depth` for which curses drives `colours` colours.
  init(depth: ColourDepth, colours: Int) {
    self.depth = depth
    hasBrightColours = colours >= 16
  }

  /// The look of `style`.
  ///
  /// Styles seen before cost a look-up.
  mutating func look(of style: Style) -> Look {
    if let look = known[style] { return look }
    let look = translate(style)
    // A colour that changes with every frame must not fill the memory.
    if known.count >= 4096 { known.removeAll() }
    known[style] = look
    return look
  }

  private func translate(_ style: Style) -> Look {
    var look = Look(
      foreground: number(of: style.foreground), background: number(of: style.background),
      attributes: style.attributes)
    guard depth == .colours16 else { return look }
    if look.foreground == 0, look.background <= 0, !isNearlyBlack(style.foreground) {
      look.foreground = 8  // a dark grey that became black would vanish on a dark background
    }
    if !hasBrightColours { exchangeBrightness(of: &look) }
    return look
  }

  private func number(of colour: Colour) -> Int32 {
    switch (colour, depth) {
    case (.terminal, _), (_, .monochrome):
      return -1
    case (.ansi(let number), _):
      return Int32(number % 16)
    case (.rgb(let red, let green, let blue), .trueColour):
      let exact = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
      // Numbers below 16 are the user's palette. The nearest exact colour is as good as black.
      return exact < 16 ? 0x000100 : exact
    case (.rgb(let red, let green, let blue), .colours256):
      return Int32(Palette.nearestOf256(red: red, green: green, blue: blue))
    case (.rgb(let red, let green, let blue), .colours16):
      return Int32(Palette.nearestOf16(red: red, green: green, blue: blue))
    }
  }

  private func isNearlyBlack(_ colour: Colour) -> Bool {
    guard case .rgb(let red, let green, let blue) = colour else { return true }
    return OklabColour(red: red, green: green, blue: blue).lightness < 0.25
  }

  // With eight colours bold makes a foreground bright, except black, which many terminals leave
  // black: grey becomes white there.
  private func exchangeBrightness(of look: inout Look) {
    if look.foreground == 8 {
      look.foreground = 7
    } else if look.foreground > 8 {
      look.foreground -= 8
      look.attributes.insert(.bold)
    }
    if look.background >= 8 { look.background -= 8 }
  }
}
