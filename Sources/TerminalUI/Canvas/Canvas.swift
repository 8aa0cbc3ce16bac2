/// A drawing made of dots finer than cells: 2 x 4 a cell in braille, 2 x 2 in blocks, 1 x 1 in ASCII.
///
/// A cell has one colour. Where curves cross, the pen of the highest priority gives it, whatever the
/// order of drawing; every curve's dots stay visible. Where two curves are one they take turns.
public struct Canvas: Sendable {
  /// The extent in cells.
  public let size: Size
  /// The dots in a cell, across and down.
  public let dotsPerCell: Size
  private let glyphs: GlyphSet
  private var dots: [UInt8]
  private var pens: [Pen?]
  /// The dots of the pen that gives a cell its colour, and the next pen with its own.
  private var owned: [UInt8]
  private var hidden: [(pen: Pen, dots: UInt8)?]

  /// An empty canvas.
  public init(size: Size, glyphs: GlyphSet) {
    self.size = size
    self.glyphs = glyphs
    dotsPerCell = glyphs.dotsPerCell
    dots = Array(repeating: 0, count: size.width * size.height)
    pens = Array(repeating: nil, count: size.width * size.height)
    owned = dots
    hidden = Array(repeating: nil, count: size.width * size.height)
  }

  /// The number of dots across.
  public var dotWidth: Int { size.width * dotsPerCell.width }
  /// The number of dots down.
  public var dotHeight: Int { size.height * dotsPerCell.height }

  /// Sets one dot, counted from the top left; nothing outside the canvas.
  public mutating func dot(x: Int, y: Int, pen: Pen) {
    guard x >= 0, y >= 0, x < dotWidth, y < dotHeight else { return }
    let index = y / dotsPerCell.height * size.width + x / dotsPerCell.width
    let bit = bit(column: x % dotsPerCell.width, row: y % dotsPerCell.height)
    dots[index] |= bit
    if pens[index] == pen {
      owned[index] |= bit
    } else if let owner = pens[index], owner.priority > pen.priority {
      if hidden[index]?.pen == pen {
        hidden[index]?.dots |= bit
      } else if hidden[index].map({ $0.pen.priority <= pen.priority }) ?? true {
        hidden[index] = (pen, bit)
      }
    } else {
      hidden[index] = pens[index].map { ($0, owned[index]) }
      (pens[index], owned[index]) = (pen, bit)
    }
  }

  /// Sets the dots of column `x` from row `first` to row `last`, in either order.
  public mutating func column(x: Int, from first: Int, to last: Int, pen: Pen) {
    let top = max(0, min(first, last))
    let bottom = min(dotHeight - 1, max(first, last))
    guard top <= bottom, pen.dash.draws(column: x) else { return }
    for y in top...bottom { dot(x: x, y: y, pen: pen) }
  }

  /// Sets the dots of a straight line, both ends included.
  ///
  /// In each column the dots reach half way to those of the neighbouring columns, so that steep lines
  /// have no holes.
  public mutating func line(from start: Point, to end: Point, pen: Pen) {
    guard start.x != end.x else { return column(x: start.x, from: start.y, to: end.y, pen: pen) }
    let (left, right) = start.x < end.x ? (start, end) : (end, start)
    let slope =
      (Double(right.y) - Double(left.y)) / (Double(right.x) - Double(left.x))
    func height(_ x: Double) -> Int {
      let y = Double(left.y) + slope * (x - Double(left.x))
      return Int(max(-2, min(Double(dotHeight) + 1, y)).rounded())
    }
    for x in max(left.x, 0)..<max(max(left.x, 0), min(right.x, dotWidth - 1) + 1) {
      let from = height(max(Double(left.x), Double(x) - 0.5))
      let to = height(min(Double(right.x), Double(x) + 0.5))
      // The dot at the far end belongs to the next column, save on the last one.
      let last = x == right.x || from == to ? to : to - (to > from ? 1 : -1)
      column(x: x, from: from, to: last, pen: pen)
    }
  }

  /// Draws the cells that have dots, with the canvas's top left corner at `origin`.
  ///
  /// - Parameters:
  ///   - screen: What it is drawn into; the colours behind the dots stay.
  ///   - origin: The cell of the canvas's top left corner.
  ///   - canvas: The colour behind everything.
  public func draw(
    into screen: inout Screen, at origin: Point, on canvas: Colour
  ) {
    for y in 0..<size.height {
      for x in 0..<size.width {
        let index = y * size.width + x
        guard dots[index] != 0, var pen = pens[index] else { continue }
        // Where two curves are one, they take turns: neither is hidden.
        if x % 2 == 1, let other = hidden[index], other.dots == owned[index] { pen = other.pen }
        let place = Point(x: origin.x + x, y: origin.y + y)
        var style = pen.style
        if style.background == .terminal { style.background = screen[place].ground(on: canvas) }
        screen[place] = Cell(glyph(dots[index], pen: pen), style: style)
      }
    }
  }

  private func bit(column: Int, row: Int) -> UInt8 {
    switch glyphs {
    case .braille: Canvas.brailleBits[row * 2 + column]
    case .block: 1 << UInt8(row * 2 + column)
    case .ascii: 1
    }
  }

  private func glyph(_ dots: UInt8, pen: Pen) -> Unicode.Scalar {
    switch glyphs {
    case .braille: Unicode.Scalar(0x2800 + UInt32(dots)) ?? " "
    case .block: Canvas.quadrants[Int(dots & 15)]
    case .ascii: pen.mark
    }
  }

  /// The bit of each dot of a braille cell, row by row (Unicode chapter 21.1).
  private static let brailleBits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

  /// The quadrant glyph of each set of dots: 1 top left, 2 top right, 4 and 8 below them.
  private static let quadrants: [Unicode.Scalar] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]
}
