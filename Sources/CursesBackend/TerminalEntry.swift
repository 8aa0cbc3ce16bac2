import CTerminal

/// The terminfo entry that is used for the terminal.
struct TerminalEntry: Equatable {
  /// The entry's name.
  let name: String
  /// What it says about colours.
  let colours: ColourFacts

  /// The entry of the terminal's type, or that of xterm when the system has none of that name.
  ///
  /// Small systems lack the entries of most newer terminals, which all understand xterm's language.
  init(named type: String) throws(CursesError) {
    for name in [type, "xterm-256color"] {
      let facts = ct_describe(name)
      guard facts.known else { continue }
      guard facts.addressable else { throw .unusableTerminal(type: type) }
      self.name = name
      colours = ColourFacts(colours: Int(facts.colours), isExact: facts.exact_colour)
      return
    }
    throw .unusableTerminal(type: type)
  }
}
