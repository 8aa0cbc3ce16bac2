/// The shares of categories in two samples, as paired bars with their names.
///
/// Each category has a bar of the reference above one of the current sample. A category that only one of
/// the samples has is marked below its name, as `new` or `gone`. What does not fit is counted in the last row.
public struct CategoryPlot: Widget {
  /// The categories in the order in which they are shown.
  public var labels: [String]
  /// What is compared with.
  public var reference: HistogramPlot.Sample
  /// What is compared.
  public var current: HistogramPlot.Sample
  /// How often each category occurs in the reference, and in the current sample; empty writes none.
  public var counts: (reference: [Int], current: [Int])

  /// The bars of two samples.
  public init(
    labels: [String], reference: HistogramPlot.Sample, current: HistogramPlot.Sample,
    counts: (reference: [Int], current: [Int]) = ([], [])
  ) {
    self.labels = labels
    self.counts = counts
    self.reference = reference
    self.current = current
  }

  /// Draws as many categories as there is room for.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty, !labels.isEmpty else { return }
    let rowsEach = area.height >= 2 ? 2 : 1
    // What does not fit is counted in a row of its own.
    let fits = labels.count * rowsEach <= area.height
    let shown = fits ? labels.count : max(1, (area.height - 1) / rowsEach)
    let texts =
      labels.prefix(shown).map(\.displayWidth)
      + (0..<shown).map { mark(of: $0)?.text.displayWidth ?? 0 }
    let nameWidth = min(texts.max() ?? 0, max(4, area.width / 3))
    let scale = (reference.shares + current.shares).filter(\.isFinite).max() ?? 0
    for index in 0..<min(shown, labels.count) {
      let rows = area.inset(top: index * rowsEach)
      let width = min(nameWidth, area.width)
      screen.put(
        labels[index], at: rows.origin, style: theme[.text], maximumWidth: width,
        ellipsis: glyphs.ellipsis)
      if rowsEach == 2, let mark = mark(of: index) {
        screen.put(
          mark.text, at: rows.row(1).origin, style: theme[mark.role], maximumWidth: width,
          ellipsis: glyphs.ellipsis)
      }
      let samples = [(reference, counts.reference), (current, counts.current)]
      for (offset, (sample, counts)) in samples.prefix(rowsEach).enumerated() {
        draw(
          sample, share: sample.share(of: index), scale: scale,
          count: counts.indices.contains(index) ? counts[index] : nil,
          into: &screen, in: rows.row(offset).inset(left: nameWidth + 1), theme: theme,
          glyphs: glyphs)
      }
    }
    let rest = labels.count - shown
    if rest > 0, area.height >= 2 {
      let row = min(area.height - 1, shown * rowsEach)
      let unseen = (shown..<labels.count).count { mark(of: $0) != nil }
      let text = "\(NumberText.count(rest)) more" + (unseen > 0 ? ", \(unseen) new or gone" : "")
      screen.put(
        text, at: Point(x: area.x, y: area.y + row),
        style: theme[.muted], maximumWidth: area.width, ellipsis: glyphs.ellipsis)
    }
  }

  /// What is said of a category that only one of the samples has.
  private func mark(of index: Int) -> (text: String, role: ThemeRole)? {
    // A sample without any value tells nothing about its categories.
    guard [reference, current].allSatisfy({ $0.shares.contains { $0 > 0 } }) else { return nil }
    return switch (reference.share(of: index) > 0, current.share(of: index) > 0) {
    case (false, true): ("new", .bad)
    case (true, false): ("gone", .warning)
    default: nil
    }
  }

  private func draw(
    _ sample: HistogramPlot.Sample, share: Double, scale: Double, count: Int?,
    into screen: inout Screen,
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
    var bar = number.rest.inset(left: 1)
    if let count, bar.width >= widestCount + 12 {
      let (cells, rest) = bar.splitRight(widestCount)
      screen.putRight(NumberText.count(count), in: rest, style: theme[.muted])
      bar = cells.inset(right: 1)
    }
    screen.putBar(
      scale > 0 ? share / scale : 0, in: bar, style: theme[sample.role],
      glyphs: glyphs)
  }

  private var widestCount: Int {
    (counts.reference + counts.current).map { NumberText.count($0).displayWidth }.max() ?? 0
  }
}
