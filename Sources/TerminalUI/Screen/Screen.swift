/// A whole screen of cells, drawn in memory and shown by a ``Terminal``.
///
/// Everything is clipped: reading outside gives a blank cell, drawing outside does nothing.
public struct Screen: Sendable, Equatable {
  /// The number of columns and rows.
  public let size: Size
  /// The cells row by row, `size.width * size.height` of them.
  public private(set) var cells: [Cell]

  /// A screen full of `fill`.
  public init(size: Size, fill: Cell = .blank) {
    self.size = size
    cells = Array(repeating: fill, count: size.width * size.height)
  }

  /// The rectangle of all cells.
  public var bounds: Rect { Rect(size) }

  /// The cell at a place.
  public subscript(point: Point) -> Cell {
    get { self[point.x, point.y] }
    set { self[point.x, point.y] = newValue }
  }

  /// The cell in column `x` of row `y`.
  ///
  /// Writing over one half of a wide glyph blanks the other half, so that none is ever left alone.
  public subscript(x: Int, y: Int) -> Cell {
    get { contains(x, y) ? cells[y * size.width + x] : .blank }
    set {
      guard contains(x, y) else { return }
      let index = y * size.width + x
      if cells[index].isContinuation, x > 0 { cells[index - 1].scalar = " " }
      if x + 1 < size.width, cells[index + 1].isContinuation { cells[index + 1].scalar = " " }
      cells[index] = newValue
    }
  }

  private func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && y >= 0 && x < size.width && y < size.height
  }

  /// Fills the part of `rect` that is on the screen.
  public mutating func fill(_ rect: Rect, with cell: Cell = .blank) {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    for y in visible.y..<visible.maxY {
      for x in visible.x..<visible.maxX { self[x, y] = cell }
    }
  }

  /// Changes the style of every cell of `rect` and leaves the glyphs.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    for y in visible.y..<visible.maxY {
      for x in visible.x..<visible.maxX {
        let index = y * size.width + x
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Replaces every glyph outside ASCII, for a terminal that cannot show any.
  ///
  /// Punctuation of our own becomes its nearest likeness; any other glyph becomes `?`, a wide one
  /// `? `, so that the columns stay where they are.
  public mutating func reduceToASCII() {
    for index in cells.indices where cells[index].scalar.value > 0x7E {
      cells[index].scalar = GlyphSet.likeness(of: cells[index].scalar)
      let next = index + 1
      if next < cells.count, cells[next].isContinuation { cells[next].scalar = " " }
    }
  }
}
