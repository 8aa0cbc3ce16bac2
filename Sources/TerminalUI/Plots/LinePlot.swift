/// Curves over a common axis, with ticks, marks where something was changed, and gaps where there is
/// no value.
///
/// The top row holds the marks, the bottom row the numbers of the horizontal axis, the left columns
/// those of the vertical one. Too small an area loses the numbers first, then the marks.
public struct LinePlot: Widget {
  /// A curve and how it is drawn.
  public struct Series: Sendable, Hashable {
    /// The name; its first letter marks the curve where there are no dots.
    public var name: String
    /// What is drawn.
    public var bins: [CurveBin]
    /// The role that gives the colour.
    public var role: ThemeRole
    /// Which curve gives a cell its colour where several cross: the highest.
    public var priority: Int

    /// A curve to draw.
    public init(name: String, curve: Curve, role: ThemeRole, priority: Int = 0) {
      self.init(name: name, bins: curve.bins, role: role, priority: priority)
    }

    /// A curve to draw, already binned.
    public init(name: String, bins: [CurveBin], role: ThemeRole, priority: Int = 0) {
      self.name = name
      self.bins = bins
      self.role = role
      self.priority = priority
    }
  }

  /// Where something was changed.
  public struct Mark: Sendable, Hashable {
    /// The place on the horizontal axis.
    public var x: Double
    /// What was changed, in a word or two.
    public var label: String

    /// A mark.
    public init(x: Double, label: String) {
      self.x = x
      self.label = label
    }
  }

  /// An interval around a curve, shaded behind everything.
  public struct Band: Sendable, Hashable {
    /// The places, in ascending order, each with the interval's ends there.
    public var points: [Point]

    /// The interval at one place.
    public struct Point: Sendable, Hashable {
      /// The place on the horizontal axis.
      public var x: Double
      /// The lower end.
      public var low: Double
      /// The upper end.
      public var high: Double

      /// The interval at `x`.
      public init(x: Double, low: Double, high: Double) {
        self.x = x
        self.low = low
        self.high = high
      }
    }

    /// An interval around a curve.
    public init(points: [Point]) { self.points = points }
  }

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
  /// Where the reading line stands, if there is one.
  public var readingLine: Double?

  /// A plot.
  public init(
    series: [Series], x: PlotAxis, y: PlotAxis, marks: [Mark] = [], band: Band? = nil,
    readingLine: Double? = nil
  ) {
    self.series = series
    self.x = x
    self.y = y
    self.marks = marks
    self.band = band
    self.readingLine = readingLine
  }

  /// The most ticks that the vertical axis of a plot `height` rows high should have.
  public static func verticalTicks(height: Int) -> Int { max(2, min(7, (height - 1) / 3 + 1)) }

  /// The most ticks that the horizontal axis of a plot `width` columns wide should have.
  public static func horizontalTicks(width: Int) -> Int { max(2, min(11, width / 10)) }

  /// Draws the plot.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let frame = PlotFrame(area: area, x: x, y: y)
    guard !frame.field.isEmpty else { return }
    drawBand(into: &screen, in: frame, theme: theme)
    drawReadingLine(into: &screen, in: frame, theme: theme, glyphs: glyphs)
    drawSeries(into: &screen, in: frame, theme: theme, glyphs: glyphs)
    frame.drawLabels(into: &screen, theme: theme, glyphs: glyphs)
    drawMarks(into: &screen, in: frame, theme: theme, glyphs: glyphs)
  }
}
