import TerminalUI

/// What the terminfo entry says about colours.
struct ColourFacts: Equatable {
  /// How many colours there are; 0 for none.
  var colours: Int
  /// Whether the entry promises 24-bit colours.
  var isExact: Bool
}

extension ColourDepth {
  /// The depth to use: what was asked for, else the best that the terminal is known to show.
  ///
  /// Exact colours are believed when `COLORTERM`, the entry or tmux says so, never on terminals that
  /// are known to break them.
  static func decide(
    forced: ColourDepth?, environment: TerminalEnvironment, facts: ColourFacts
  ) -> ColourDepth {
    if let forced { return forced }
    if environment.refusesColour { return .monochrome }
    if showsExactColours(environment, facts) { return .trueColour }
    return switch facts.colours {
    case 256...: .colours256
    case 8...: .colours16
    default: .monochrome
    }
  }

  /// How many colours curses is to be told for this depth; 0 leaves it to the entry.
  func coloursToCompose(facts: ColourFacts) -> Int {
    switch self {
    case .trueColour: 0x1000000
    case .colours256: 256
    // An entry with exact colours takes numbers above 7 for shades of blue.
    case .colours16: facts.colours > 256 ? 256 : 0
    case .monochrome: 0
    }
  }

  /// This depth, or the best below it when curses drives only `colours` colours.
  func limited(to colours: Int) -> ColourDepth {
    let best: ColourDepth =
      switch colours {
      case 0x1000000...: .trueColour
      case 256...: .colours256
      case 8...: .colours16
      default: .monochrome
      }
    let order: [ColourDepth] = [.monochrome, .colours16, .colours256, .trueColour]
    return order.first { $0 == self || $0 == best } ?? .monochrome
  }

  private static func showsExactColours(
    _ environment: TerminalEnvironment, _ facts: ColourFacts
  ) -> Bool {
    let type = environment.type
    if type == "dumb" || type.hasPrefix("linux") || type.hasPrefix("vt") { return false }
    if environment.isInsideScreen { return false }
    return facts.isExact || environment.isInsideTmux
      || ["truecolor", "24bit"].contains(environment.colourTerminal)
  }
}
