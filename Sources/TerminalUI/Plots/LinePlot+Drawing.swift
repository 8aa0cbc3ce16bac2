extension LinePlot {
  func drawSeries(
    into screen: inout Screen, in frame: PlotFrame, theme: Theme, glyphs: GlyphSet
  ) {
    var canvas = Canvas(size: frame.field.size, glyphs: glyphs)
    for series in series { draw(series, with: pen(series, theme: theme), on: &canvas) }
    canvas.draw(into: &screen, at: frame.field.origin, on: theme.canvas)
  }

  /// The pen of a curve.
  ///
  /// Colours tell the curves apart; where there are none, dashes do, and marks of their own where there
  /// are no dots. A ghost is dotted in any case: it must never be taken for the present run.
  private func pen(_ series: Series, theme: Theme) -> Pen {
    let dash: Pen.Dash =
      switch series.role {
      case .ghost: .dotted
      case .validation where theme.isMonochrome: .dashed
      default: .solid
      }
    return Pen(
      style: theme[series.role].on(.terminal), priority: series.priority,
      mark: LinePlot.mark(of: series.role),
      dash: dash)
  }

  /// Draws a curve column by column of dots.
  ///
  /// Each column shows everything between the lowest and the highest value that falls into it, joined
  /// to the column before.
  private func draw(_ series: Series, with pen: Pen, on canvas: inout Canvas) {
    var before: Point?
    var pending: (x: Int, bin: CurveBin)?
    func flush(_ canvas: inout Canvas) {
      guard let (x, bin) = pending else { return }
      guard let top = row(bin.maximum, on: canvas) else {
        before = nil
        return
      }
      // On a logarithmic axis what is not above 0 has no place: its column reaches down to the edge.
      let bottom = row(bin.minimum, on: canvas) ?? canvas.dotHeight
      let first = row(bin.first, on: canvas)
      if let start = before, !bin.followsGap, let first {
        canvas.line(from: start, to: Point(x: x, y: first), pen: pen)
      }
      canvas.column(x: x, from: top, to: bottom, pen: pen)
      before = row(bin.last, on: canvas).map { Point(x: x, y: $0) }
    }
    for bin in series.bins {
      guard let x = column(bin.start, on: canvas) else { continue }
      if var current = pending, current.x == x, !bin.followsGap {
        current.bin.append(bin)
        pending = current
      } else {
        flush(&canvas)
        pending = (x, bin)
      }
    }
    flush(&canvas)
  }

  /// Marks in the top and bottom rows where a curve goes beyond the axis, with the highest value cut off.
  func drawCuts(
    into screen: inout Screen, in frame: PlotFrame, theme: Theme, glyphs: GlyphSet
  ) {
    let (above, below): (Unicode.Scalar, Unicode.Scalar) =
      glyphs.isUnicode ? ("▴", "▾") : ("^", "v")
    var highest: (value: Double, column: Int)?
    for series in series {
      for bin in series.bins where bin.maximum > y.upper || bin.minimum < y.lower {
        guard let column = frame.column(of: bin.start) else { continue }
        if bin.maximum > y.upper {
          screen[column, frame.field.y] = Cell(above, style: theme[series.role])
          if bin.maximum > highest?.value ?? -.infinity { highest = (bin.maximum, column) }
        }
        // On a logarithmic axis what is not above 0 has no place; that is no news.
        if bin.minimum < y.lower, !y.isLogarithmic {
          screen[column, frame.field.maxY - 1] = Cell(below, style: theme[series.role])
        }
      }
    }
    guard let highest else { return }
    let text = NumberText.measure(highest.value)
    let cells = Rect(
      x: highest.column + 1, y: frame.field.y, width: text.displayWidth + 1, height: 1)
    guard cells.intersection(frame.field) == cells,
      (cells.x..<cells.maxX).allSatisfy({ screen[$0, cells.y].scalar == " " })
    else { return }
    screen.put(text, at: cells.origin, style: theme[.muted])
  }

  private func column(_ value: Double, on canvas: Canvas) -> Int? {
    x.fraction(of: value).map { PlotFrame.dot(at: $0, of: canvas.dotWidth) }
  }

  private func row(_ value: Double, on canvas: Canvas) -> Int? {
    y.fraction(of: value).map { canvas.dotHeight - 1 - PlotFrame.dot(at: $0, of: canvas.dotHeight) }
  }
}
