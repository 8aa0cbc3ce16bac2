extension LinePlot {
  /// A curve's name and where its end would have it.
  private struct Name {
    var text: String
    var style: Style
    /// The columns that it takes, one of air at its end among them.
    var columns: Range<Int>
    var row: Int
    var priority: Int
  }

  /// Columns that a plot keeps free at its right for the names, so that they fit beside every end.
  var nameWidth: Int {
    let widest = series.map(\.name.displayWidth).max() ?? 0
    return widest == 0 ? 0 : widest + 1
  }

  /// Writes every curve's name behind its last point.
  ///
  /// Names that would meet move apart by as few rows as they can, in the order of the curves' ends; of
  /// those that there are too few rows for, the ones of the highest priority stay.
  func drawNames(into screen: inout Screen, in frame: PlotFrame, theme: Theme) {
    guard frame.hasRoomForNames else { return }
    for group in groups(of: names(in: frame, theme: theme)) {
      let shown = Set(
        group.indices.sorted { group[$0].priority > group[$1].priority }
          .prefix(frame.field.height))
      let names = group.indices.filter(shown.contains).map { group[$0] }
      let rows = LinePlot.rowsApart(names.map(\.row), in: frame.field.y..<frame.field.maxY)
      for (name, row) in zip(names, rows) {
        let place = Point(x: name.columns.lowerBound, y: row)
        screen.put(name.text, at: place, style: name.style)
      }
    }
  }

  /// The names from the top down; of ends in one row in the order in which the curves are given, so
  /// that two that run side by side do not take turns.
  private func names(in frame: PlotFrame, theme: Theme) -> [Name] {
    series.compactMap { series in
      guard !series.name.isEmpty, let end = series.bins.last,
        let column = frame.column(of: end.end),
        let row = frame.row(of: end.last), (frame.field.y..<frame.field.maxY).contains(row)
      else { return nil }
      let start = column + 2
      return Name(
        text: series.name, style: theme[series.role],
        columns: start..<(start + series.name.displayWidth + 1), row: row,
        priority: series.priority)
    }.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
      .map(\.element)
  }

  /// The names in groups of those that share a column, each in the order given.
  private func groups(of names: [Name]) -> [[Name]] {
    var groups: [[Name]] = []
    for name in names {
      let meets = groups.indices.filter {
        groups[$0].contains { $0.columns.overlaps(name.columns) }
      }
      guard let first = meets.first else {
        groups.append([name])
        continue
      }
      for other in meets.dropFirst().reversed() { groups[first] += groups.remove(at: other) }
      groups[first].append(name)
    }
    return groups.map { group in group.sorted { $0.row < $1.row } }
  }

  /// Rows one below the other, as near to those wanted as can be.
  ///
  /// The least squares solution: with `r_i = t_i + i` the condition is that `t` does not fall, which
  /// pooling neighbours that violate it solves (Barlow et al., Statistical Inference under Order
  /// Restrictions, 1972).
  ///
  /// - Parameters:
  ///   - wanted: The rows wanted, in ascending order.
  ///   - range: The rows that there are, at least as many as are wanted.
  /// - Returns: As many rows, strictly ascending, all in `range`.
  static func rowsApart(_ wanted: [Int], in range: Range<Int>) -> [Int] {
    var pools: [(sum: Int, count: Int)] = []
    for (index, row) in wanted.enumerated() {
      var pool = (sum: row - index, count: 1)
      while let last = pools.last, last.sum * pool.count > pool.sum * last.count {
        pool = (last.sum + pool.sum, last.count + pool.count)
        pools.removeLast()
      }
      pools.append(pool)
    }
    let highest = range.upperBound - wanted.count
    let free = pools.flatMap { pool in
      let mean = (Double(pool.sum) / Double(pool.count)).rounded()
      return Array(repeating: max(range.lowerBound, min(highest, Int(mean))), count: pool.count)
    }
    return free.enumerated().map { $0.offset + $0.element }
  }
}
