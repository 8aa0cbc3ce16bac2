/// Curves over a common axis, with ticks, marks where something was changed, and gaps where there is
/// no value.
///
/// The top row holds the marks, the bottom row the numbers of the horizontal axis, the left columns
/// those of the vertical one, the right ones the names of the curves that have come to the end. Too
/// small an area loses the numbers first, then the marks and the names.
public struct LinePlot: Widget {
  /// The curves; those that come first are drawn first.
  public var series: [Series]
  /// The horizontal axis.
  public var x: PlotAxis
  /// The vertical axis.
  public var y: PlotAxis
  /// The changes, in the order in which they were made.
  public var marks: [Mark]
  /// The shaded interval, if any.
  public var band: Band?

  /// A plot.
  public init(
    series: [Series], x: PlotAxis, y: PlotAxis, marks: [Mark] = [], band: Band? = nil
  ) {
    self.series = series
    self.x = x
    self.y = y
    self.marks = marks
    self.band = band
  }

  /// The rows that the curves have of a plot `height` rows high, beside its marks and numbers.
  public static func fieldRows(height: Int) -> Int {
    height - (height >= 4 ? 1 : 0) - (height >= 5 ? 1 : 0)
  }

  /// The most ticks that the horizontal axis of a plot `width` columns wide should have.
  public static func horizontalTicks(width: Int) -> Int { max(2, min(11, width / 10)) }

  /// How the plot shares an area between the curves and what stands around them.
  func frame(in area: Rect, glyphs: GlyphSet) -> PlotFrame {
    PlotFrame(
      area: area, x: x, y: y, nameWidth: nameWidth, dotsPerCell: glyphs.dotsPerCell)
  }

  /// Draws the plot.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let frame = frame(in: area, glyphs: glyphs)
    guard !frame.field.isEmpty else { return }
    drawBand(into: &screen, in: frame, theme: theme, glyphs: glyphs)
    drawSeries(into: &screen, in: frame, theme: theme, glyphs: glyphs)
    drawCuts(into: &screen, in: frame, theme: theme, glyphs: glyphs)
    drawNames(into: &screen, in: frame, theme: theme)
    frame.drawLabels(into: &screen, theme: theme, glyphs: glyphs)
    drawMarks(into: &screen, in: frame, theme: theme, glyphs: glyphs)
  }
}
