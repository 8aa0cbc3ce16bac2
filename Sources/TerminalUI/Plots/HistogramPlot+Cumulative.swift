extension HistogramPlot {
  /// Draws the shares up to each edge as two curves, and a bar where they are furthest apart.
  ///
  /// Within a bin the curves are straight lines. The largest vertical distance between the
  /// distributions themselves is the Kolmogorov-Smirnov statistic; it is marked at the edge at which
  /// the binned ones are furthest apart.
  func drawCumulative(
    into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet
  ) {
    let (ofReference, ofCurrent) = (cumulative(reference), cumulative(current))
    var series = [
      LinePlot.Series(
        name: reference.name, bins: curve(ofReference), role: reference.role.curve, priority: 1),
      LinePlot.Series(
        name: current.name, bins: curve(ofCurrent), role: current.role.curve, priority: 2),
    ]
    let distances = zip(ofReference, ofCurrent).map { abs($0 - $1) }
    var marks: [LinePlot.Mark] = []
    if let largest = distances.max(), largest > 0,
      let place = distances.firstIndex(of: largest)
    {
      var bar = CurveBin(x: edges[place], y: min(ofReference[place], ofCurrent[place]))
      bar.maximum = max(ofReference[place], ofCurrent[place])
      series.insert(LinePlot.Series(name: "", bins: [bar], role: .accent), at: 0)
      marks = [LinePlot.Mark(x: edges[place], label: distanceLabel)]
    }
    LinePlot(
      series: series, x: valueAxis(width: area.width),
      y: .linear(
        0...1, rows: LinePlot.fieldRows(height: area.height),
        dotsPerRow: glyphs.dotsPerCell.height, format: .percent), marks: marks
    ).draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
  }

  /// The share of a sample below each edge.
  private func cumulative(_ sample: Sample) -> [Double] {
    (0..<binCount).reduce(into: [0]) { sums, bin in
      sums.append(min(1, (sums.last ?? 0) + sample.share(of: bin)))
    }
  }

  private func curve(_ shares: [Double]) -> [CurveBin] {
    zip(edges, shares).map { CurveBin(x: $0, y: $1) }
  }
}

extension ThemeRole {
  /// The role of the curve of a sample, given the role of its bars.
  fileprivate var curve: ThemeRole {
    switch self {
    case .trainFill: .train
    case .validationFill: .validation
    case .testFill: .test
    case .sourceFill: .source
    default: self
    }
  }
}
