extension LinePlot {
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

  /// A piece of the shade, for a legend.
  public static func bandSample(theme: Theme, glyphs: GlyphSet) -> Span {
    let texture = bandTexture(theme: theme, glyphs: glyphs) ?? " "
    return Span(String(repeating: Character(texture), count: 2), style: theme[.band])
  }

  /// The glyph of an interval where the theme has no colour for it.
  static func bandTexture(theme: Theme, glyphs: GlyphSet) -> Unicode.Scalar? {
    if glyphs == .ascii { return ":" }
    return theme[.band].background == theme[.background].background ? "░" : nil
  }

  /// Shades the interval in eighths of cells; a theme without a colour for it gets a texture.
  func drawBand(into screen: inout Screen, in frame: PlotFrame, theme: Theme, glyphs: GlyphSet) {
    guard let band else { return }
    let shade = LevelColours([theme[.band].background], behind: theme.canvas)
    let texture = Self.bandTexture(theme: theme, glyphs: glyphs)
    var next = band.points[...]
    for column in 0..<frame.field.width {
      let place = x.value(at: (Double(column) + 0.5) / Double(frame.field.width))
      while next.count > 1, let following = next.dropFirst().first, following.x <= place {
        next.removeFirst()
      }
      guard let point = next.first, point.x <= place, let last = band.points.last,
        place <= last.x, let eighths = frame.eighths(from: point.low, to: point.high)
      else { continue }
      if let texture {
        for y in frame.rows(of: eighths) {
          screen[frame.field.x + column, y] = Cell(texture, style: theme[.band])
        }
      } else {
        let levels = (0..<(8 * frame.field.height)).map { eighths.contains($0) ? 1 : 0 }
        shade.draw(levels, into: &screen, column: column, of: frame.field)
      }
    }
  }
}
