/// Two curves over a common axis, each in a shaded band: means with their spread, step by step.
///
/// Where colours cannot be mixed, textures stand for the bands.
public struct MeanCurvePlot: Widget {
  /// A curve and its band.
  public struct Sample: Sendable, Hashable {
    /// A mean and its spread.
    public struct Point: Sendable, Hashable {
      /// The place on the horizontal axis.
      public var place: Double
      /// The height of the curve.
      public var mean: Double
      /// Half the height of the band.
      public var spread: Double

      /// A mean and its spread.
      public init(place: Double, mean: Double, spread: Double) {
        self.place = place
        self.mean = mean
        self.spread = spread
      }

      var range: ClosedRange<Double> { (mean - abs(spread))...(mean + abs(spread)) }
    }

    /// Its name, written beside the curve's end.
    public var name: String
    /// The points in ascending order of their places.
    public var points: [Point]
    /// The role of the band; the curve has that of its sample.
    public var role: ThemeRole

    /// A curve and its band; points that are not finite are left out.
    public init(name: String, points: [Point], role: ThemeRole) {
      self.name = name
      self.points = points.filter {
        $0.place.isFinite && abs($0.mean) < 1e300 && abs($0.spread) < 1e300
      }
      self.role = role
    }

    /// The ends of the band at a place between two points.
    func band(at place: Double) -> ClosedRange<Double>? {
      guard let after = points.firstIndex(where: { $0.place >= place }) else { return nil }
      let right = points[after]
      guard right.place > place else { return right.range }
      guard after > 0 else { return nil }
      let left = points[after - 1]
      let share = (place - left.place) / (right.place - left.place)
      func between(_ one: Double, _ other: Double) -> Double { one + (other - one) * share }
      return PlotAxis.span(
        between(left.range.lowerBound, right.range.lowerBound),
        between(left.range.upperBound, right.range.upperBound))
    }
  }

  /// What is compared with.
  public var reference: Sample
  /// What is compared.
  public var current: Sample
  /// The marked place, if there is one; the mark stands above the field, so that it hides nothing.
  public var mark: LinePlot.Mark?

  /// Two curves in their bands.
  public init(reference: Sample, current: Sample, mark: LinePlot.Mark? = nil) {
    self.reference = reference
    self.current = current
    self.mark = mark
  }

  /// Draws the bands, the curves over them, and the axes.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let points = reference.points + current.points
    guard !area.isEmpty, !points.isEmpty else { return }
    let (places, ranges) = (points.map(\.place), points.map(\.range))
    let plot = LinePlot(
      series: [reference, current].enumerated().map { index, sample in
        LinePlot.Series(
          name: sample.name, bins: sample.points.map { CurveBin(x: $0.place, y: $0.mean) },
          role: sample.role.curve, priority: index)
      },
      x: .exact(
        PlotAxis.span(places.min() ?? 0, places.max() ?? 1),
        maximumTicks: LinePlot.horizontalTicks(width: area.width)),
      y: .linear(
        PlotAxis.span(
          ranges.map(\.lowerBound).min() ?? 0, ranges.map(\.upperBound).max() ?? 1),
        rows: LinePlot.fieldRows(height: area.height), dotsPerRow: glyphs.dotsPerCell.height),
      marks: mark.map { [$0] } ?? [])
    let frame = plot.frame(in: area, glyphs: glyphs)
    drawBands(of: plot, into: &screen, in: frame, theme: theme, glyphs: glyphs)
    plot.draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
  }

  /// Shades both bands and what they share, in eighths of cells where colours can be mixed.
  private func drawBands(
    of plot: LinePlot, into screen: inout Screen, in frame: PlotFrame, theme: Theme,
    glyphs: GlyphSet
  ) {
    let roles = [reference.role, current.role, .overlap]
    let isTextured = !theme.hasShades || !glyphs.isUnicode
    let textures: [Unicode.Scalar] = glyphs.isUnicode ? ["░", "▒", "▓"] : [",", ";", ":"]
    let shades = LevelColours(
      roles.map { theme.mixed(theme.canvas, theme.colour($0), 0.4) }, behind: theme.canvas)
    for column in 0..<frame.field.width {
      let place = plot.x.value(at: (Double(column) + 0.5) / Double(frame.field.width))
      let bands = [reference, current].map { sample in
        sample.band(at: place).flatMap { frame.eighths(from: $0.lowerBound, to: $0.upperBound) }
      }
      /// 1 for the reference's band, 2 for the current sample's, 3 for both.
      func kind(_ isInBand: (Range<Int>) -> Bool) -> Int {
        zip(bands, [1, 2]).reduce(0) { $0 + ($1.0.map(isInBand) == true ? $1.1 : 0) }
      }
      if isTextured {
        for y in frame.field.y..<frame.field.maxY {
          let kind = kind { frame.rows(of: $0).contains(y) }
          guard kind > 0 else { continue }
          screen[frame.field.x + column, y] = Cell(
            textures[kind - 1], style: theme[roles[kind - 1]])
        }
      } else {
        let levels = (0..<(8 * frame.field.height)).map { level in kind { $0.contains(level) } }
        shades.draw(levels, into: &screen, column: column, of: frame.field)
      }
    }
  }
}
