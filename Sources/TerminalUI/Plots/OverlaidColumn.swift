/// One column of two histograms drawn over one another.
struct OverlaidColumn {
  /// The heights, 0 to 1.
  let reference, current: Double
  let referenceStyle, currentStyle, overlapStyle: Style
  let marking: BarMarking

  func draw(into screen: inout Screen, in cells: Rect, glyphs: GlyphSet) {
    let ofReference = BarGlyphs.eighths(of: reference, in: cells.height)
    let ofCurrent = BarGlyphs.eighths(of: current, in: cells.height)
    for row in 0..<cells.height {
      let levels = (
        reference: max(0, min(8, ofReference - row * 8)),
        current: max(0, min(8, ofCurrent - row * 8))
      )
      guard max(levels.reference, levels.current) > 0 else { break }
      let cell: Cell? =
        switch marking {
        case .colours: coloured(levels, glyphs)
        case .shades: shaded(levels)
        case .letters(let reference, let current, let both):
          lettered(levels, (reference, current, both), isFoot: row == 0)
        }
      if let cell { screen[cells.x, cells.maxY - 1 - row] = cell }
    }
  }

  private typealias Levels = (reference: Int, current: Int)

  /// The nearest picture of a cell in its two colours.
  ///
  /// A cell has two colours, yet three may meet in it: overlap, the higher bar, nothing. The pair is
  /// shown that leaves the least of the cell wrong.
  private func coloured(_ levels: Levels, _ glyphs: GlyphSet) -> Cell {
    let low = min(levels.reference, levels.current)
    let high = max(levels.reference, levels.current)
    let higher = reference >= current ? referenceStyle : currentStyle
    let wrongWithoutOverlap = low
    let wrongWithoutHigher = high - low
    let wrongWithoutEmpty = 8 - high
    let least = min(wrongWithoutOverlap, wrongWithoutHigher, wrongWithoutEmpty)
    if least == wrongWithoutOverlap {
      return Cell(BarGlyphs.vertical(eighths: high, glyphs: glyphs), style: higher)
    }
    if least == wrongWithoutHigher {
      return Cell(BarGlyphs.vertical(eighths: low, glyphs: glyphs), style: overlapStyle)
    }
    return Cell(
      BarGlyphs.vertical(eighths: low, glyphs: glyphs),
      style: overlapStyle.on(higher.foreground))
  }

  /// The current sample in eighths of a cell; the reference where it takes the most of what is left.
  private func shaded(_ levels: Levels) -> Cell {
    if levels.reference - levels.current > max(3, levels.current) {
      return Cell(BarMarking.shade, style: referenceStyle)
    }
    guard levels.current > 0 else {
      return Cell(BarMarking.trace(isUp: true), style: referenceStyle)
    }
    if levels.current == 8, (1..<8).contains(levels.reference) {
      return Cell(
        BarMarking.edge(eighths: levels.reference), style: currentStyle.adding(.reverse))
    }
    return Cell(
      BarGlyphs.vertical(eighths: levels.current, glyphs: .block), style: currentStyle)
  }

  /// Whole cells, from half a one on; at the foot a trace of what is lower.
  private func lettered(
    _ levels: Levels,
    _ letters: (reference: Unicode.Scalar, current: Unicode.Scalar, both: Unicode.Scalar),
    isFoot: Bool
  ) -> Cell? {
    if min(levels.reference, levels.current) >= 4 { return Cell(letters.both, style: overlapStyle) }
    let isReference = reference >= current
    let style = isReference ? referenceStyle : currentStyle
    guard max(levels.reference, levels.current) >= 4 else {
      return isFoot ? Cell(BarMarking.trace(isUp: true), style: style) : nil
    }
    return Cell(isReference ? letters.reference : letters.current, style: style)
  }
}
