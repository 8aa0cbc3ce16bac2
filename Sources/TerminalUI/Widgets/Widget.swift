/// Something that draws itself into a rectangle of a screen.
///
/// Drawing is pure: the same widget, rectangle, theme and glyphs give the same cells. A widget draws
/// at every size, down to no cell at all, and never outside its rectangle.
public protocol Widget: Sendable {
  /// Draws the widget.
  ///
  /// - Parameters:
  ///   - screen: What it is drawn into.
  ///   - area: Where; nothing outside is touched.
  ///   - theme: The styles.
  ///   - glyphs: The glyphs that the terminal can show.
  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet)
}
