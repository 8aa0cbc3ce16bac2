/// Which part of a list is seen: a thumb at its right edge, with arrows where there is more.
///
/// Nothing is drawn when the whole list is seen.
public struct ScrollMark: Widget {
  /// The rows that are seen.
  public var visible: Range<Int>
  /// The rows of the list.
  public var count: Int

  /// A mark for a list of `count` rows of which `visible` are seen.
  public init(visible: Range<Int>, count: Int) {
    self.visible = visible
    self.count = count
  }

  /// Draws into the first column of the area.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty, visible.count < count else { return }
    let (up, down, thumb): (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) =
      glyphs.isUnicode ? ("▴", "▾", "┃") : ("^", "v", "#")
    let rows = area.height
    let length = max(1, rows * visible.count / count)
    let hidden = count - visible.count
    // At an end of the list the thumb is at an end of its column, and nowhere else.
    let place = Int((Double(rows - length) * Double(visible.lowerBound) / Double(hidden)).rounded())
    for row in place..<min(rows, place + length) {
      screen[area.x, area.y + row] = Cell(thumb, style: theme[.muted])
    }
    if visible.lowerBound > 0 { screen[area.x, area.y] = Cell(up, style: theme[.accent]) }
    if visible.upperBound < count {
      screen[area.x, area.maxY - 1] = Cell(down, style: theme[.accent])
    }
  }
}
