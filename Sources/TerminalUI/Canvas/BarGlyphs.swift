/// Bars finer than cells: eighths upwards and to the right, coarser in ASCII.
public enum BarGlyphs {
  private static let upward: [Unicode.Scalar] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let plainUpward: [Unicode.Scalar] = [" ", ".", ".", ":", ":", ":", "#", "#", "#"]
  private static let rightward: [Unicode.Scalar] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]

  /// The glyph of a cell that is filled from below to `eighths` of its height.
  public static func vertical(eighths: Int, glyphs: GlyphSet) -> Unicode.Scalar {
    let eighths = max(0, min(8, eighths))
    return glyphs.isUnicode ? upward[eighths] : plainUpward[eighths]
  }

  /// The glyph of a cell that is filled from the left to `eighths` of its width.
  public static func horizontal(eighths: Int, glyphs: GlyphSet) -> Unicode.Scalar {
    let eighths = max(0, min(8, eighths))
    guard glyphs.isUnicode else { return eighths < 4 ? " " : "#" }
    return rightward[eighths]
  }

  /// How much of `cells` cells a share fills, in eighths; shares above 0 fill at least one eighth.
  public static func eighths(of share: Double, in cells: Int) -> Int {
    guard share > 0, cells > 0 else { return 0 }
    return max(1, Int((min(share, 1) * Double(cells * 8)).rounded()))
  }
}

extension Screen {
  /// Draws a bar to the right from the left edge of `row`, filling `share` of its width.
  ///
  /// - Parameters:
  ///   - share: 0 to 1; what is not a number is drawn as 0.
  ///   - row: The cells it may fill; only its first row is drawn.
  ///   - style: The bar's style.
  ///   - glyphs: The terminal's glyphs.
  public mutating func putBar(_ share: Double, in row: Rect, style: Style, glyphs: GlyphSet) {
    guard !row.isEmpty else { return }
    let eighths = BarGlyphs.eighths(of: share, in: row.width)
    for cell in 0..<row.width {
      let glyph = BarGlyphs.horizontal(eighths: eighths - cell * 8, glyphs: glyphs)
      if glyph != " " { self[row.x + cell, row.y] = Cell(glyph, style: style) }
    }
  }
}
