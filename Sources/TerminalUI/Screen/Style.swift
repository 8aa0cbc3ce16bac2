/// The colours and attributes of a cell.
public struct Style: Hashable, Sendable {
  /// The glyph's colour.
  public var foreground: Colour
  /// The colour behind the glyph.
  public var background: Colour
  /// Bold, underline, reverse, dim.
  public var attributes: Attributes

  /// A style; without arguments the terminal's own colours.
  public init(
    foreground: Colour = .terminal, background: Colour = .terminal, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours without attributes.
  public static let plain = Style()

  /// This style with another background.
  public func on(_ background: Colour) -> Style {
    var style = self
    style.background = background
    return style
  }

  /// This style with more attributes.
  public func adding(_ attributes: Attributes) -> Style {
    var style = self
    style.attributes.formUnion(attributes)
    return style
  }

  /// This style as it looks on a selected row, whose style is `selection`.
  ///
  /// The row lends its background and its attributes; the text keeps its own foreground unless it
  /// has none of its own.
  public func selected(by selection: Style) -> Style {
    Style(
      foreground: foreground == .terminal ? selection.foreground : foreground,
      background: selection.background,
      attributes: attributes.union(selection.attributes))
  }
}
