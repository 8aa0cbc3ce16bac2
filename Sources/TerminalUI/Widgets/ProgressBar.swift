/// A line that fills from the left: `━━━━━───`.
public struct ProgressBar: Widget {
  /// How much is done, 0 to 1; what is not a number counts as 0.
  public var fraction: Double

  /// A bar of which `fraction` is done.
  public init(fraction: Double) { self.fraction = fraction }

  /// Draws the bar in the first row of the area.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let fraction = self.fraction.isFinite ? max(0, min(1, self.fraction)) : 0
    let done = Int((fraction * Double(area.width)).rounded())
    let filled: Unicode.Scalar = glyphs.isUnicode ? "━" : "#"
    let empty: Unicode.Scalar = glyphs.isUnicode ? "─" : "-"
    for column in 0..<area.width {
      screen[area.x + column, area.y] =
        column < done
        ? Cell(filled, style: theme[.accent]) : Cell(empty, style: theme[.border])
    }
  }
}
