/// One cell of the screen: a glyph one column wide and its style.
///
/// A glyph two columns wide takes a cell of its own and, to its right, a ``continuation(style:)``.
/// Control characters and combining marks never enter a cell through ``Screen``.
public struct Cell: Hashable, Sendable {
  /// The glyph.
  public var scalar: Unicode.Scalar
  /// Its colours and attributes.
  public var style: Style

  /// A cell that shows `scalar` in `style`.
  public init(_ scalar: Unicode.Scalar, style: Style = .plain) {
    self.scalar = scalar
    self.style = style
  }

  /// An empty cell in the terminal's colours.
  public static let blank = Cell(" ")

  /// The right half of a glyph two columns wide; a terminal writes nothing for it.
  public static func continuation(style: Style) -> Cell { Cell("\0", style: style) }

  /// Whether the cell is the right half of the glyph before it.
  public var isContinuation: Bool { scalar == "\0" }
}
