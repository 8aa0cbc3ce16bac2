/// Two histograms over the same bins, in one of several forms.
///
/// Heights are shares of each sample, so that samples of unequal size compare. Over one another, three
/// colours tell what belongs to the reference alone, to the current sample alone and to both; textures
/// do where there is no colour.
public struct HistogramPlot: Widget {
  /// How the two samples stand to one another.
  public enum Form: Sendable, Hashable, CaseIterable {
    /// Over one another.
    case overlay
    /// The reference upwards, the current sample downwards.
    case mirrored
    /// The current share less the reference's: upwards where there is more of it, downwards where less.
    case difference
    /// The shares up to each value, as curves, with a mark where they are furthest apart.
    case cumulative
  }

  /// One of the two samples.
  public struct Sample: Sendable, Hashable {
    /// Its name, for the legend.
    public var name: String
    /// The share of the sample in each bin, 0 to 1.
    public var shares: [Double]
    /// The role of its bars.
    public var role: ThemeRole

    /// A sample by its shares.
    public init(name: String, shares: [Double], role: ThemeRole) {
      self.name = name
      self.shares = shares
      self.role = role
    }

    /// A sample by its counts.
    public init(name: String, counts: [Int], role: ThemeRole) {
      let total = Double(counts.reduce(0) { $0 &+ max(0, $1) })
      self.init(
        name: name, shares: counts.map { total > 0 ? Double(max(0, $0)) / total : 0 }, role: role)
    }

    /// The share of a bin; 0 where there is none.
    func share(of bin: Int) -> Double {
      shares.indices.contains(bin) && shares[bin].isFinite ? max(0, shares[bin]) : 0
    }
  }

  /// The edges of the bins in ascending order, one more than there are bins.
  public var edges: [Double]
  /// What is compared with.
  public var reference: Sample
  /// What is compared.
  public var current: Sample
  /// How the two stand to one another.
  public var form: Form
  /// What is written at the largest distance of the cumulative shares, such as `KS .41`.
  public var distanceLabel: String
  /// The share that the axis of bars shows at least, so that it need not change with every highest bar.
  public var largestShare: Double?

  /// Two histograms over the bins between `edges`.
  public init(
    edges: [Double], reference: Sample, current: Sample, form: Form = .overlay,
    distanceLabel: String = "", largestShare: Double? = nil
  ) {
    self.edges = edges
    self.reference = reference
    self.current = current
    self.form = form
    self.distanceLabel = distanceLabel
    self.largestShare = largestShare
  }

  var binCount: Int { max(0, edges.count - 1) }

  /// Draws the bars or curves, the shares at the left and the values below.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty, binCount > 0 else { return }
    switch form {
    case .overlay: drawOverlay(into: &screen, in: area, theme: theme, glyphs: glyphs)
    case .mirrored, .difference:
      drawTwoSided(into: &screen, in: area, theme: theme, glyphs: glyphs)
    case .cumulative: drawCumulative(into: &screen, in: area, theme: theme, glyphs: glyphs)
    }
  }

  private func drawOverlay(
    into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet
  ) {
    let highest = top(of: reference.shares + current.shares)
    let y = PlotAxis.linear(
      0...max(highest, 1e-6), rows: area.height - (area.height >= 4 ? 1 : 0), format: .percent)
    let frame = PlotFrame(
      area: area, x: valueAxis(width: area.width), y: y, hasMarks: false)
    let scale = y.upper > 0 ? 1 / y.upper : 0
    for column in 0..<frame.field.width {
      let bins = binsShown(in: column, of: frame.field.width)
      let pair = OverlaidColumn(
        reference: height(of: reference, in: bins) * scale,
        current: height(of: current, in: bins) * scale,
        referenceStyle: theme[reference.role], currentStyle: theme[current.role],
        overlapStyle: theme[.overlap],
        marking: marking(theme: theme, glyphs: glyphs))
      let cells = Rect(
        x: frame.field.x + column, y: frame.field.y, width: 1, height: frame.field.height)
      pair.draw(into: &screen, in: cells, glyphs: glyphs)
    }
    frame.drawLabels(into: &screen, theme: theme, glyphs: glyphs)
  }

  /// What the bars of each kind look like, with their names, for a panel's border.
  public func legend(theme: Theme, glyphs: GlyphSet) -> [LegendItem] {
    func item(_ name: String, _ glyph: Unicode.Scalar, _ style: Style) -> LegendItem {
      LegendItem([
        Span(String(Character(glyph)), style: style), Span(" \(name)", style: theme[.muted]),
      ])
    }
    let marking = marking(theme: theme, glyphs: glyphs)
    let swatches: (Unicode.Scalar, Unicode.Scalar) =
      switch marking {
      case .colours: ("█", "█")
      case .shades: (BarMarking.shade, "█")
      case .letters(let reference, let current, _): (reference, current)
      }
    let both =
      switch marking {
      case .colours: item("both", "█", theme[.overlap])
      case .shades:
        item(
          "\(reference.name) inside", BarMarking.edge(eighths: 4),
          theme[current.role].adding(.reverse))
      case .letters(_, _, let both): item("both", both, theme[.overlap])
      }
    return [
      item(reference.name, swatches.0, theme[reference.role]),
      item(current.name, swatches.1, theme[current.role]), both,
    ]
  }

  /// The axis of the values, as wide as the bins.
  func valueAxis(width: Int) -> PlotAxis {
    .exact(
      PlotAxis.span(edges.first ?? 0, edges.last ?? 0),
      maximumTicks: LinePlot.horizontalTicks(width: width))
  }

  /// How the bars are told apart.
  func marking(theme: Theme, glyphs: GlyphSet) -> BarMarking {
    guard glyphs.isUnicode else {
      return .letters(
        reference: LinePlot.mark(of: reference.role), current: LinePlot.mark(of: current.role),
        both: "#")
    }
    return theme.isMonochrome ? .shades : .colours
  }

  /// Where the axis of bars of such heights ends at least.
  func top(of heights: [Double]) -> Double {
    (heights + [largestShare ?? 0]).filter(\.isFinite).max() ?? 0
  }

  /// The bins that share a column, or the one that a column belongs to.
  func binsShown(in column: Int, of width: Int) -> Range<Int> {
    let first = column * binCount / width
    return first..<max(first + 1, min(binCount, (column + 1) * binCount / width))
  }

  private func height(of sample: Sample, in bins: Range<Int>) -> Double {
    bins.reduce(0) { max($0, sample.share(of: $1)) }
  }
}
