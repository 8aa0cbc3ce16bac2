/// Colours by number, and the cell that shows eight levels of them, one above the other.
struct LevelColours {
  /// The number of what is behind everything.
  static let none = 0

  private let colours: [Colour]
  private let parts: [SIMD4<Int32>]

  /// The colours from number 1 on.
  init(_ colours: [Colour], behind canvas: Colour) {
    self.colours = [canvas] + colours
    parts = self.colours.map {
      guard case .rgb(let red, let green, let blue) = $0 else { return .zero }
      return SIMD4(Int32(red), Int32(green), Int32(blue), 0)
    }
  }

  /// The cell that shows eight levels, given from below, with the least error; `nil` shows nothing.
  ///
  /// A cell has two colours, one above the other: it is divided where one colour ends, and each part
  /// is shown in the colour of its middle.
  func cell(_ levels: ArraySlice<Int>) -> Cell? {
    let first = levels.startIndex
    guard levels.contains(where: { $0 != levels[first] }) else {
      return levels[first] == Self.none ? nil : Cell("█", style: style(levels[first], Self.none))
    }
    var best = (error: Int32.max, cut: 0, above: 0, below: 0)
    for cut in 1..<8 where levels[first + cut] != levels[first + cut - 1] {
      let below = levels[first + cut / 2]
      let above = levels[first + (cut + 8) / 2]
      var error: Int32 = 0
      for place in 0..<8 {
        let difference = parts[levels[first + place]] &- parts[place < cut ? below : above]
        error &+= (difference &* difference).wrappedSum()
        if levels[first + place] != (place < cut ? below : above) { error &+= 1 }
      }
      if error < best.error { best = (error, cut, above, below) }
    }
    return Cell(
      BarGlyphs.vertical(eighths: best.cut, glyphs: .block), style: style(best.below, best.above))
  }

  /// Draws a column of a field from its foot up, eight levels a cell.
  func draw(_ levels: [Int], into screen: inout Screen, column: Int, of field: Rect) {
    for cell in 0..<min(field.height, levels.count / 8) {
      guard let drawn = self.cell(levels[(8 * cell)..<(8 * cell + 8)]) else { continue }
      screen[field.x + column, field.maxY - 1 - cell] = drawn
    }
  }

  private func style(_ foreground: Int, _ background: Int) -> Style {
    let (front, back) = (colours[foreground], colours[background])
    // The colour behind everything may have no name, and then cannot be that of a glyph.
    guard front == .terminal else { return Style(foreground: front, background: back) }
    return Style(foreground: back, attributes: .reverse)
  }
}

extension Cell {
  /// The colour on which something may be drawn in place of the glyph: that of most of the cell, but for
  /// `canvas`, which is behind everything, so that a thin band is seen behind a curve.
  func ground(on canvas: Colour) -> Colour {
    let isReversed = style.attributes.contains(.reverse)
    let (glyph, rest) =
      isReversed
      ? (style.background, style.foreground) : (style.foreground, style.background)
    guard "▁▂▃▄▅▆▇█".unicodeScalars.contains(scalar), glyph != canvas else { return rest }
    return rest == canvas || "▅▆▇█".unicodeScalars.contains(scalar) ? glyph : rest
  }
}
