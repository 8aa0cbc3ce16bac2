public import TerminalUI

/// What a person may decide about the terminal, over what is found by looking.
public struct CursesOptions: Sendable, Equatable {
  /// The colours to use whatever the environment says; nil decides by looking.
  public var colourDepth: ColourDepth?
  /// Whether to send UTF-8 although the locale says otherwise: what asking for glyphs means.
  public var forcesUTF8: Bool

  /// Options; without arguments everything is decided by looking.
  public init(colourDepth: ColourDepth? = nil, forcesUTF8: Bool = false) {
    self.colourDepth = colourDepth
    self.forcesUTF8 = forcesUTF8
  }
}
