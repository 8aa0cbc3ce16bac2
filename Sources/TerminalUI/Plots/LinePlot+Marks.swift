extension LinePlot {
  /// Puts a mark over every change and, from the newest on, labels beside them while there is room.
  func drawMarks(
    into screen: inout Screen, in frame: PlotFrame, theme: Theme, glyphs: GlyphSet
  ) {
    let row = frame.marks
    guard !row.isEmpty else { return }
    let placed = marks.compactMap { mark in frame.column(of: mark.x).map { ($0, mark.label) } }
    var taken = Set(placed.map(\.0))
    let glyph: Unicode.Scalar = glyphs.isUnicode ? "▾" : "v"
    for (column, _) in placed { screen[column, row.y] = Cell(glyph, style: theme[.markLabel]) }
    var labelled: Set<Int> = []
    for (column, label) in placed.reversed() where !labelled.contains(column) {
      labelled.insert(column)
      let width = label.displayWidth
      let right = (column + 1)...(column + max(1, width))
      let left = (column - max(1, width))...(column - 1)
      // One column of air on the far side keeps two labels apart.
      for cells in [right, left] where width > 0 {
        let air = cells == right ? cells.upperBound + 1 : cells.lowerBound - 1
        guard cells.lowerBound >= row.x, cells.upperBound < row.maxX,
          !taken.contains(air), taken.isDisjoint(with: cells)
        else { continue }
        screen.put(label, at: Point(x: cells.lowerBound, y: row.y), style: theme[.markLabel])
        taken.formUnion(cells)
        break
      }
    }
  }
}
