extension LinePlot {
  /// A curve's name and where its end would have it.
  private struct Name {
    var text: String
    var style: Style
    /// The columns that it takes, one of air at either end among them.
    var columns: Range<Int>
    /// The row of the curve's end.
    var row: Int
    /// The rows in which nothing is in its way, those nearest to the end first.
    var free: [Int] = []
  }

  /// Columns that a plot keeps free at its right for the names, so that they fit beside every end.
  var nameWidth: Int {
    let widest = series.map(\.name.displayWidth).max() ?? 0
    return widest == 0 ? 0 : widest + 1
  }

  /// Writes every curve's name behind its last point, as near to its row as can be.
  ///
  /// A name covers no curve, and names that share a column stand in the order of the curves' ends. One
  /// that has no place within two rows is left out.
  func drawNames(into screen: inout Screen, in frame: PlotFrame, theme: Theme) {
    guard frame.hasRoomForNames else { return }
    let names = names(in: frame, theme: theme).map { name in
      var name = name
      name.free = [0, -1, 1, -2, 2].map { name.row + $0 }.filter { row in
        (frame.field.y..<frame.field.maxY).contains(row)
          && name.columns.allSatisfy { LinePlot.isFree(screen[$0, row]) }
      }
      return name
    }
    for (name, row) in zip(names, LinePlot.bestRows(for: names)) {
      guard let row else { continue }
      screen.put(
        name.text, at: Point(x: name.columns.lowerBound + 1, y: row), style: name.style)
    }
  }

  /// The names from the highest end down.
  private func names(in frame: PlotFrame, theme: Theme) -> [Name] {
    series.compactMap { series -> (name: Name, end: Double)? in
      guard !series.name.isEmpty, let end = series.bins.last,
        let column = frame.column(of: end.end), let row = frame.row(of: end.last),
        (frame.field.y..<frame.field.maxY).contains(row)
      else { return nil }
      let columns = (column + 1)..<(column + series.name.displayWidth + 3)
      let name = Name(
        text: series.name, style: theme[series.role], columns: columns, row: row)
      return (name, end.last)
    }.sorted { $0.end > $1.end }.map(\.name)
  }

  /// The rows of names, given from the top down, that together lie nearest to the curves' ends.
  ///
  /// All choices are tried, of which there are few: a plot has a handful of curves.
  private static func bestRows(for names: [Name]) -> [Int?] {
    /// What a name that is left out costs, in rows.
    let absence = 10
    var best: (cost: Int, rows: [Int?]) = (.max, [])
    func choose(_ rows: [Int?], cost: Int) {
      guard cost < best.cost else { return }
      guard rows.count < names.count else {
        best = (cost, rows)
        return
      }
      let name = names[rows.count]
      for row in name.free {
        let isBelow = zip(names, rows).allSatisfy { above, taken in
          taken.map { $0 < row || !above.columns.overlaps(name.columns) } ?? true
        }
        if isBelow { choose(rows + [row], cost: cost + abs(row - name.row)) }
      }
      choose(rows + [nil], cost: cost + absence)
    }
    choose([], cost: 0)
    return best.rows
  }

  /// Whether nothing but the texture of an interval stands in a cell.
  private static func isFree(_ cell: Cell) -> Bool {
    [" ", ",", ";", ":", "░", "▒", "▓"].contains(cell.scalar)
  }
}
