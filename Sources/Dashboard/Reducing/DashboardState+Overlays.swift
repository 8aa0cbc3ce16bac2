import TerminalUI

extension DashboardState {
  /// Leaves the program, or asks first while a run is unfinished.
  mutating func quit() -> [DashboardEffect] {
    guard isRunUnfinished else { return [.quit] }
    overlay = .quitQuestion
    return []
  }

  /// Takes the answer to the question on the screen; keys that are none are passed over.
  mutating func answer(_ key: Key) -> [DashboardEffect] {
    switch key {
    case .character("y"), .character("Y"), .enter, .control("c"):
      overlay = nil
      return [.quit]
    case .character("n"), .character("N"), .escape:
      overlay = nil
      return []
    case .control("l"): return [.redraw]
    default: return []
    }
  }

  /// Scrolls and searches the help; every character is searched for.
  mutating func pressInHelp(_ key: Key) -> [DashboardEffect] {
    guard case .help(let query, let scroll) = overlay else { return [] }
    switch key {
    case .escape where !query.isEmpty: overlay = .help(query: "", scroll: 0)
    case .escape, .enter, .function(1): overlay = nil
    case .character("?") where query.isEmpty: overlay = nil
    case .character(let character): search(for: String(character))
    case .backspace, .delete: overlay = .help(query: String(query.dropLast()), scroll: 0)
    case .up: scrollHelp(to: scroll - 1)
    case .down: scrollHelp(to: scroll + 1)
    case .pageUp: scrollHelp(to: scroll - 10)
    case .pageDown: scrollHelp(to: scroll + 10)
    case .home: scrollHelp(to: 0)
    case .end: scrollHelp(to: .max)
    case .control("l"): return [.redraw]
    case .control("z"): return suspend()
    case .control("c"):
      overlay = nil
      return quit()
    default: break
    }
    return []
  }

  /// Adds to what the help is searched for.
  mutating func search(for text: String) {
    guard case .help(let query, _) = overlay else { return }
    // A text longer than any line of the help finds nothing; what is beyond is dropped.
    overlay = .help(query: String((query + text).prefix(40)), scroll: 0)
  }

  private mutating func scrollHelp(to line: Int) {
    guard case .help(let query, _) = overlay else { return }
    let furthest = HelpPopup(state: self, query: query).furthestScroll
    overlay = .help(query: query, scroll: max(0, min(line, furthest)))
  }
}
