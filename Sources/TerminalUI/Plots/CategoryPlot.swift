/// The shares of categories in two samples, as paired bars with their names.
///
/// Each category has a bar of the reference above one of the current sample. What does not fit is
/// counted in the last row.
public struct CategoryPlot: Widget {
  /// The categories in the order in which they are shown.
  public var labels: [String]
  /// What is compared with.
  public var reference: HistogramPlot.Sample
  /// What is compared.
  public var current: HistogramPlot.Sample

  /// The bars of two samples.
  public init(
    labels: [String], reference: HistogramPlot.Sample, current: HistogramPlot.Sample
  ) {
    self.labels = labels
    self.reference = reference
    self.current = current
  }

  /// Draws as many categories as there is room for.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty, !labels.isEmpty else { return }
    let rowsEach = area.height >= 2 ? 2 : 1
    let fits = area.height / rowsEach
    let shown = labels.count * rowsEach <= area.height ? labels.count : max(1, fits - 1)
    let nameWidth = min(
      labels.prefix(shown).map(\.displayWidth).max() ?? 0, max(4, area.width / 3))
    let scale = (reference.shares + current.shares).filter(\.isFinite).max() ?? 0
    for index in 0..<min(shown, labels.count) {
      let rows = area.inset(top: index * rowsEach)
      screen.put(
        labels[index], at: rows.origin, style: theme[.text],
        maximumWidth: min(nameWidth, area.width), ellipsis: glyphs.ellipsis)
      for (offset, sample) in [reference, current].prefix(rowsEach).enumerated() {
        draw(
          sample, share: index < sample.shares.count ? sample.shares[index] : 0, scale: scale,
          into: &screen, in: rows.row(offset).inset(left: nameWidth + 1), theme: theme,
          glyphs: glyphs)
      }
    }
    let rest = labels.count - shown
    if rest > 0, area.height >= 2 {
      let row = min(area.height - 1, shown * rowsEach)
      screen.put(
        "\(NumberText.count(rest)) more", at: Point(x: area.x, y: area.y + row),
        style: theme[.muted], maximumWidth: area.width, ellipsis: glyphs.ellipsis)
    }
  }

  private func draw(
    _ sample: HistogramPlot.Sample, share: Double, scale: Double, into screen: inout Screen,
    in row: Rect, theme: Theme, glyphs: GlyphSet
  ) {
    // The sample's name and the number stand beside the bar: it needs no colour to be read.
    let widest = max(reference.name.displayWidth, current.name.displayWidth)
    let nameWidth = min(widest, max(2, row.width / 4))
    screen.put(
      sample.name, at: row.origin, style: theme[sample.role],
      maximumWidth: min(nameWidth, row.width), ellipsis: glyphs.ellipsis)
    let number = row.inset(left: nameWidth + 1).splitLeft(4)
    screen.putRight(NumberText.percent(share), in: number.left, style: theme[.value])
    screen.putBar(
      scale > 0 ? share / scale : 0, in: number.rest.inset(left: 1), style: theme[sample.role],
      glyphs: glyphs)
  }
}
