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
}
