/// One column of two histograms drawn over one another.
struct OverlaidColumn {
  /// The glyphs that tell the three kinds of bar apart without colour.
  struct Textures {
    let reference, current, both: Unicode.Scalar

    init(reference: ThemeRole, current: ThemeRole, glyphs: GlyphSet) {
      (self.reference, self.current, both) =
        glyphs.isUnicode
        ? ("░", "▓", "█") : (LinePlot.mark(of: reference), LinePlot.mark(of: current), "#")
    }
  }

  /// The heights, 0 to 1.
  let reference, current: Double
  let referenceStyle, currentStyle, overlapStyle: Style
  /// The glyphs that tell the bars apart where colours do not.
  let textures: Textures?

  func draw(into screen: inout Screen, in cells: Rect, glyphs: GlyphSet) {
    let low = BarGlyphs.eighths(of: min(reference, current), in: cells.height)
    let high = BarGlyphs.eighths(of: max(reference, current), in: cells.height)
    let isReferenceHigher = reference >= current
    for row in 0..<cells.height {
      let base = row * 8
      guard high > base else { break }
      let place = Point(x: cells.x, y: cells.maxY - 1 - row)
      let levels = (low: max(0, min(8, low - base)), high: min(8, high - base))
      if let textures {
        guard let cell = textured(levels, isReferenceHigher, textures) else {
          break
        }
        screen[place] = cell
      } else {
        screen[place] = coloured(
          levels, isReferenceHigher ? referenceStyle : currentStyle, glyphs)
      }
    }
  }

  /// The nearest picture of a cell in its two colours.
  ///
  /// A cell has two colours, yet three may meet in it: overlap, the higher bar, nothing. The pair is
  /// shown that leaves the least of the cell wrong.
  private func coloured(
    _ levels: (low: Int, high: Int), _ higher: Style, _ glyphs: GlyphSet
  ) -> Cell {
    let wrongWithoutOverlap = levels.low
    let wrongWithoutHigher = levels.high - levels.low
    let wrongWithoutEmpty = 8 - levels.high
    let least = min(wrongWithoutOverlap, wrongWithoutHigher, wrongWithoutEmpty)
    if least == wrongWithoutOverlap {
      return Cell(BarGlyphs.vertical(eighths: levels.high, glyphs: glyphs), style: higher)
    }
    if least == wrongWithoutHigher {
      return Cell(BarGlyphs.vertical(eighths: levels.low, glyphs: glyphs), style: overlapStyle)
    }
    return Cell(
      BarGlyphs.vertical(eighths: levels.low, glyphs: glyphs),
      style: overlapStyle.on(higher.foreground))
  }

  private func textured(
    _ levels: (low: Int, high: Int), _ isReferenceHigher: Bool, _ textures: Textures
  ) -> Cell? {
    if levels.low >= 4 { return Cell(textures.both, style: overlapStyle) }
    guard levels.high >= 4 else { return nil }
    return isReferenceHigher
      ? Cell(textures.reference, style: referenceStyle)
      : Cell(textures.current, style: currentStyle)
  }
}
