/// How a plot shares its area between the field of dots, the numbers of its axes and its marks.
struct PlotFrame {
  /// Where the curves are drawn.
  let field: Rect
  /// Whether names stand beside the curves' ends, for which columns are kept at the right.
  let hasRoomForNames: Bool
  /// The row of the marks, empty when there is no room for it.
  let marks: Rect
  private let x: PlotAxis
  private let y: PlotAxis
  private let dotsPerCell: Size
  private let yLabels: Rect
  private let xLabels: Rect

  /// Shares out an area; without `axisRows` the numbers below have a row where there are four.
  init(
    area: Rect, x: PlotAxis, y: PlotAxis, hasMarks: Bool = true, nameWidth: Int = 0,
    dotsPerCell: Size = Size(width: 1, height: 1), axisRows: Int? = nil
  ) {
    self.x = x
    self.y = y
    self.dotsPerCell = dotsPerCell
    // A column of air keeps the numbers off the border.
    let area = area.inset(right: area.width >= 30 ? 1 : 0)
    let gutter = (y.ticks.map(\.label.displayWidth).max() ?? 0) + 2
    let showsY = area.width >= gutter + 8
    let showsMarks = hasMarks && area.height >= 5
    let (left, rest) = area.splitLeft(showsY ? gutter : 0)
    let (above, bottom) = rest.splitBottom(axisRows ?? (area.height >= 4 ? 1 : 0))
    let (top, middle) = above.splitTop(showsMarks ? 1 : 0)
    // In fewer rows names would stand at the height of other curves.
    hasRoomForNames = nameWidth > 0 && middle.width >= nameWidth + 16 && middle.height >= 6
    field = middle.inset(right: hasRoomForNames ? nameWidth : 0)
    marks = top
    xLabels = bottom
    yLabels = Rect(x: left.x, y: field.y, width: left.width, height: field.height)
  }

  /// The dot or cell out of `count` in which a share of the way falls.
  ///
  /// Shares outside 0 to 1 give one just outside, so that a line to them leaves by the right edge.
  static func dot(at fraction: Double, of count: Int) -> Int {
    let place = fraction * Double(count - 1)
    return Int(max(-1, min(Double(count), place)).rounded())
  }

  /// The column of the dot of a value on the horizontal axis, if the field shows it.
  func column(of value: Double) -> Int? {
    guard let fraction = x.fraction(of: value) else { return nil }
    let dot = PlotFrame.dot(at: fraction, of: field.width * dotsPerCell.width)
    let column = Int((Double(dot) / Double(dotsPerCell.width)).rounded(.down))
    return (0..<field.width).contains(column) ? field.x + column : nil
  }

  /// The row of the dot of a value on the vertical axis, which may be just above or below the field.
  func row(of value: Double) -> Int? {
    y.fraction(of: value).map {
      let dot = PlotFrame.dot(at: $0, of: field.height * dotsPerCell.height)
      return field.maxY - 1 - Int((Double(dot) / Double(dotsPerCell.height)).rounded(.down))
    }
  }

  /// The eighths of cells, counted from the field's foot, between two values: at least one, if the
  /// field shows any.
  ///
  /// A value lies in the middle of its dot, as the curves have it.
  func eighths(from low: Double, to high: Double) -> Range<Int>? {
    guard let lowest = y.fraction(of: low), let highest = y.fraction(of: high) else { return nil }
    let all = 8 * field.height
    let dots = Double(field.height * dotsPerCell.height)
    func eighth(_ fraction: Double) -> Int {
      let place = (max(-1, min(2, fraction)) * (dots - 1) + 0.5) / dots
      return Int((place * Double(all)).rounded())
    }
    let bottom = eighth(lowest)
    let range = (bottom..<max(bottom + 1, eighth(highest))).clamped(to: 0..<all)
    return range.isEmpty ? nil : range
  }

  /// The rows of which a range of eighths fills half or more, else the one in its middle.
  func rows(of eighths: Range<Int>) -> Range<Int> {
    func row(_ eighth: Int) -> Int { field.maxY - (eighth + 4) / 8 }
    let (top, bottom) = (row(eighths.upperBound), row(eighths.lowerBound))
    if top < bottom { return top..<bottom }
    let middle = field.maxY - 1 - (eighths.lowerBound + eighths.upperBound) / 16
    return middle..<middle + 1
  }

  func drawLabels(into screen: inout Screen, theme: Theme, glyphs: GlyphSet) {
    let style = theme[.muted]
    for tick in y.ticks {
      guard !yLabels.isEmpty, let row = row(of: tick.value),
        (field.y..<field.maxY).contains(row)
      else { continue }
      let cells = Rect(x: yLabels.x, y: row, width: yLabels.width - 1, height: 1)
      screen.putRight(tick.label, in: cells, style: style)
    }
    var free = xLabels.x
    for tick in x.ticks {
      guard !xLabels.isEmpty, let column = column(of: tick.value) else { continue }
      let width = tick.label.displayWidth
      let start = max(free, min(column - (width - 1) / 2, xLabels.maxX - width))
      // A number that would have to stand far from its tick is left out.
      guard start + width <= xLabels.maxX, abs(start - column) <= width else { continue }
      screen.put(tick.label, at: Point(x: start, y: xLabels.y), style: style)
      free = start + width + 2
    }
  }
}
