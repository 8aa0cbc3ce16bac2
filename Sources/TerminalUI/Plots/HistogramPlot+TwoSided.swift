extension HistogramPlot {
  /// Draws bars upwards and downwards from a line in the middle.
  ///
  /// Mirrored, the reference's shares stand upwards and the current sample's hang downwards. As a
  /// difference, a bar stands where the current share is the larger and hangs where it is the smaller.
  func drawTwoSided(
    into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet
  ) {
    let (up, down) = sides
    let highest = top(of: up.heights + down.heights)
    // Both sides have as many rows, so that equal shares are of equal length; of four rows the bars
    // need all.
    let axisRows = area.height >= 3 && area.height != 4 ? 1 : 0
    let half = (area.height - axisRows) / 2
    guard half > 0 else { return }
    // A row that is left over is that of the line itself, on which 0 then lies.
    let lineRows = (area.height - axisRows) % 2
    let scale = PlotAxis.linear(0...max(highest, 1e-6), rows: half + lineRows, format: .percent)
    let frame = PlotFrame(
      area: area, x: valueAxis(width: area.width), y: twoSided(scale), hasMarks: false,
      axisRows: axisRows)
    for column in 0..<frame.field.width {
      let bins = binsShown(in: column, of: frame.field.width)
      if lineRows > 0 {
        screen[frame.field.x + column, frame.field.y + half] = Cell(
          glyphs.isUnicode ? "─" : "-", style: theme[.border])
      }
      for side in [up, down] {
        let height = bins.reduce(0) { max($0, side.heights[$1]) }
        let cells = Rect(
          x: frame.field.x + column, y: frame.field.y + (side.isUp ? 0 : half + lineRows), width: 1,
          height: half)
        side.draw(
          scale.upper > 0 ? height / scale.upper : 0, into: &screen, in: cells, theme: theme,
          glyphs: glyphs, texture: texture(of: side.role, theme: theme, glyphs: glyphs))
      }
    }
    frame.drawLabels(into: &screen, theme: theme, glyphs: glyphs)
  }

  private var sides: (up: Side, down: Side) {
    let shares = (0..<binCount).map { (reference.share(of: $0), current.share(of: $0)) }
    guard form == .difference else {
      return (
        Side(heights: shares.map(\.0), role: reference.role, isUp: true),
        Side(heights: shares.map(\.1), role: current.role, isUp: false)
      )
    }
    return (
      Side(heights: shares.map { max(0, $1 - $0) }, role: current.role, isUp: true),
      Side(heights: shares.map { max(0, $0 - $1) }, role: reference.role, isUp: false)
    )
  }

  /// The axis of both sides: shares have no sign, differences do.
  private func twoSided(_ scale: PlotAxis) -> PlotAxis {
    let isSigned = form == .difference
    let up = scale.ticks.map { tick in
      PlotAxis.Tick(
        value: tick.value, label: isSigned && tick.value > 0 ? "+\(tick.label)" : tick.label)
    }
    let down = scale.ticks.filter { $0.value > 0 }.reversed().map { tick in
      PlotAxis.Tick(value: -tick.value, label: isSigned ? "-\(tick.label)" : tick.label)
    }
    return PlotAxis(
      lower: -scale.upper, upper: scale.upper, isLogarithmic: false, ticks: down + up)
  }

  /// What whole cells of a sample are filled with where bars have no eighths.
  private func texture(
    of role: ThemeRole, theme: Theme, glyphs: GlyphSet
  ) -> Unicode.Scalar? {
    switch marking(theme: theme, glyphs: glyphs) {
    case .colours: nil
    case .shades: role == current.role ? nil : BarMarking.shade
    case .letters(let reference, let current, _): role == self.current.role ? current : reference
    }
  }

  /// The bars on one side of the line.
  private struct Side {
    var heights: [Double]
    var role: ThemeRole
    var isUp: Bool

    func draw(
      _ share: Double, into screen: inout Screen, in cells: Rect, theme: Theme, glyphs: GlyphSet,
      texture: Unicode.Scalar?
    ) {
      let eighths = BarGlyphs.eighths(of: share, in: cells.height)
      for row in 0..<cells.height {
        let filled = min(8, eighths - 8 * row)
        guard filled > 0 else { break }
        let y = isUp ? cells.maxY - 1 - row : cells.y + row
        if let texture {
          guard filled >= 4 || row == 0 else { break }
          let glyph = filled >= 4 ? texture : BarMarking.trace(isUp: isUp)
          screen[cells.x, y] = Cell(glyph, style: theme[role])
        } else if isUp || filled == 8 {
          screen[cells.x, y] = Cell(
            BarGlyphs.vertical(eighths: filled, glyphs: glyphs), style: theme[role])
        } else {
          // There are no glyphs that fill a cell from above: the rest is drawn, with colours swapped.
          screen[cells.x, y] = Cell(
            BarGlyphs.vertical(eighths: 8 - filled, glyphs: glyphs),
            style: theme[role].adding(.reverse))
        }
      }
    }
  }
}
