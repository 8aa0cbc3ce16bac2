/// The colours of numbers: from the background to a role's colour, or from one role's to another's.
///
/// Where colours cannot be mixed, glyphs of growing weight stand for them.
public struct ColourRamp: Sendable, Hashable {
  /// The role of the numbers above the middle.
  public var role: ThemeRole
  /// The role of those below it; none where the middle is the lowest number.
  public var negative: ThemeRole?
  /// The number that looks like the background.
  public var middle: Double
  /// How far from the middle a colour is full, above 0.
  public var reach: Double

  /// Colours from the background at the lower end of a range to a role's at the upper end.
  public static func sequential(_ role: ThemeRole, in range: ClosedRange<Double>) -> ColourRamp {
    ColourRamp(
      role: role, negative: nil, middle: range.lowerBound,
      reach: usable(range.upperBound - range.lowerBound))
  }

  /// Colours on either side of 0, full at `limit` from it.
  public static func diverging(
    negative: ThemeRole, positive: ThemeRole, limit: Double
  ) -> ColourRamp {
    ColourRamp(role: positive, negative: negative, middle: 0, reach: usable(limit))
  }

  private static func usable(_ reach: Double) -> Double {
    reach.isFinite && reach > 0 ? reach : 1
  }

  /// How far from the middle a number stands, -1 to 1.
  func strength(of value: Double) -> Double {
    max(negative == nil ? 0 : -1, min(1, (value - middle) / reach))
  }

  /// The colour of a number.
  func colour(of value: Double, theme: Theme) -> Colour {
    let strength = strength(of: value)
    let role = strength < 0 ? negative ?? role : role
    return theme.mixed(theme.canvas, theme.colour(role), abs(strength))
  }

  /// The glyph of a number where colours cannot be mixed, in the colour of its side.
  func cell(of value: Double, theme: Theme, glyphs: GlyphSet) -> Cell {
    let strength = strength(of: value)
    let ramp =
      strength < 0 ? Self.below : glyphs.isUnicode && negative == nil ? Self.shades : Self.above
    let step = Int((abs(strength) * Double(ramp.count - 1)).rounded())
    return Cell(ramp[step], style: theme[strength < 0 ? negative ?? role : role])
  }

  /// The colours from one number to another side by side, for a legend.
  public func row(
    from first: Double, to last: Double, cells: Int, theme: Theme, glyphs: GlyphSet
  ) -> [Span] {
    (0..<cells).map { index in
      let value = first + (last - first) * Double(index) / Double(max(1, cells - 1))
      guard !ImagePlot.isMixed(theme: theme, glyphs: glyphs) else {
        return Span(" ", style: Style(background: colour(of: value, theme: theme)))
      }
      let cell = cell(of: value, theme: theme, glyphs: glyphs)
      return Span(String(Character(cell.scalar)), style: cell.style)
    }
  }

  private static let shades: [Unicode.Scalar] = [" ", "░", "▒", "▓", "█"]
  private static let above: [Unicode.Scalar] = [" ", ".", ":", "+", "*", "#", "@"]
  private static let below: [Unicode.Scalar] = [" ", "-", "=", "%"]
}
