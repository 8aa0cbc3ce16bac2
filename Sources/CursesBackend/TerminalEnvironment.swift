/// What the environment says about the terminal.
public struct TerminalEnvironment: Sendable, Equatable {
  /// The type's name, `TERM`; empty when it is not set.
  public var type: String
  /// `COLORTERM`, in which terminals announce exact colours.
  public var colourTerminal: String
  /// Whether `NO_COLOR` is set and not empty (https://no-color.org).
  public var refusesColour: Bool
  /// Whether the program runs inside tmux, which translates exact colours where it must.
  public var isInsideTmux: Bool
  /// Whether the program runs inside GNU screen, which breaks exact colours.
  public var isInsideScreen: Bool

  /// What the environment `variables` say.
  public init(_ variables: [String: String]) {
    func isSet(_ name: String) -> Bool { variables[name].map { !$0.isEmpty } ?? false }
    type = variables["TERM"] ?? ""
    colourTerminal = variables["COLORTERM"] ?? ""
    refusesColour = isSet("NO_COLOR")
    isInsideTmux = isSet("TMUX")
    isInsideScreen = isSet("STY") && !isInsideTmux
  }
}
