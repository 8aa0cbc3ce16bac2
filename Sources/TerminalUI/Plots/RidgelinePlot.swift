/// Two samples as they went, one ridge a row: pairs of histograms over the same bins, stacked so that
/// each partly hides the one behind.
///
/// The newest row stands in front, at the bottom. Where colours can be mixed, a ridge is bright along its
/// crest and fades into mist towards its foot, and older ones are paler; elsewhere ridges are flat, and
/// without colours they are outlines. Too small an area loses the notes first, then the labels.
public struct RidgelinePlot: Widget {
  /// One pair of histograms.
  public struct Row: Sendable, Hashable {
    /// What stands at the left of the ridge.
    public var label: String
    /// What stands at its right.
    public var note: String
    /// The share of the reference in each bin.
    public var reference: [Double]
    /// The share of the current sample in each bin.
    public var current: [Double]

    /// A pair of histograms.
    public init(label: String, note: String = "", reference: [Double], current: [Double]) {
      self.label = label
      self.note = note
      self.reference = reference
      self.current = current
    }
  }

  /// The edges of the bins in ascending order, one more than there are bins.
  public var edges: [Double]
  /// The rows, the newest last; those that do not fit are cut off at the top.
  public var rows: [Row]
  /// What the labels and the notes are called.
  public var headings: (label: String, note: String)
  /// The fewest rows that room is kept for, below those that there are: a plot that grows fills up
  /// downwards, so that a ridge stays where it was drawn.
  public var slots: Int
  /// The role of the reference's bars.
  public var reference: ThemeRole
  /// The role of the current sample's bars.
  public var current: ThemeRole

  /// A stack of ridges.
  public init(
    edges: [Double], rows: [Row], headings: (label: String, note: String) = ("", ""),
    slots: Int = 0, reference: ThemeRole, current: ThemeRole
  ) {
    self.edges = edges
    self.rows = rows
    self.headings = headings
    self.slots = slots
    self.reference = reference
    self.current = current
  }

  /// The most rows that stay apart in a plot `height` rows high.
  public static func rowsThatFit(height: Int, glyphs: GlyphSet) -> Int {
    let field = fieldRows(height: height)
    let spacing = max(glyphs.isUnicode ? 1 : 2, (field + 4) / 14)
    // The ridge at the top needs room for its height.
    let apart = field / spacing - 2
    // Outlines of whole characters are best two rows apart; three ridges that are nearer tell more than one.
    return max(1, apart, min(3, field - 2))
  }

  /// The rows that the headings have to themselves, above all ridges.
  private static func headingRows(height: Int) -> Int { height >= 6 ? 1 : 0 }

  /// The rows that the ridges have of a plot `height` rows high, beside its headings and numbers.
  static func fieldRows(height: Int) -> Int {
    height - headingRows(height: height) - (height >= 4 ? 1 : 0)
  }

  /// Draws the ridges, with the headings above, their labels beside and the values below.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty, edges.count >= 2, !rows.isEmpty else { return }
    let widest = rows.map(\.note.displayWidth).max() ?? 0
    let noteWidth = widest > 0 && area.width >= widest + 32 ? widest + 2 : 0
    let (top, body) = area.splitTop(Self.headingRows(height: area.height))
    let plot = body.splitRight(noteWidth).rest
    let bins = seenBins
    let fieldHeight = Self.fieldRows(height: area.height)
    let range = RidgeRange(count: places, height: fieldHeight)
    let frame = PlotFrame(
      area: plot,
      x: .exact(
        PlotAxis.span(edges[bins.lowerBound], edges[bins.upperBound]),
        maximumTicks: LinePlot.horizontalTicks(width: plot.width)),
      y: labelAxis(range, height: fieldHeight, isWide: plot.width >= 30), hasMarks: false)
    guard !frame.field.isEmpty else { return }
    let profile = RidgeProfile(rows: rows, bins: bins)
    if theme.isMonochrome || !glyphs.isUnicode {
      drawOutlines(
        of: profile, range, into: &screen, in: frame.field, theme: theme, glyphs: glyphs)
    } else {
      drawRidges(of: profile, range, into: &screen, in: frame.field, theme: theme)
    }
    frame.drawLabels(into: &screen, theme: theme, glyphs: glyphs)
    let labels = Rect(
      x: area.x, y: area.y, width: max(0, frame.field.x - area.x - 1), height: area.height)
    let notes = area.splitRight(noteWidth).right
    drawNotes(into: &screen, labels: labels, notes: notes, in: frame.field, range, theme: theme)
    guard !top.isEmpty else { return }
    screen.putRight(headings.note, in: notes.row(0), style: theme[.muted])
    guard labels.width >= headings.label.displayWidth else { return }
    screen.putRight(headings.label, in: labels.row(0), style: theme[.muted])
  }

  /// The rows that room is kept for, those that there are among them.
  var places: Int { max(slots, rows.count) }

  /// The bins from the first to the last in which a ridge can be seen, in steps of four, so that the
  /// axis stays where it is while a tail comes and goes.
  private var seenBins: Range<Int> {
    let count = edges.count - 1
    func isSeen(_ bin: Int) -> Bool {
      rows.contains { row in
        [row.reference, row.current].contains { bin < $0.count && $0[bin] >= 0.001 }
      }
    }
    guard let first = (0..<count).first(where: isSeen),
      let last = (0..<count).last(where: isSeen)
    else { return 0..<count }
    return first / 4 * 4..<min(count, last / 4 * 4 + 4)
  }

  private func labelAxis(_ range: RidgeRange, height: Int, isWide: Bool) -> PlotAxis {
    let width = isWide ? headings.label.displayWidth : 0
    let ticks = rows.indices.reversed().map { index in
      let label = rows[index].label
      let padding = String(repeating: " ", count: max(0, width - label.displayWidth))
      return PlotAxis.Tick(value: Double(range.foot(of: index)), label: padding + label)
    }
    return PlotAxis(
      lower: 0, upper: Double(max(1, height - 1)), isLogarithmic: false, ticks: ticks)
  }

  /// Writes the notes, and the newest row's label and note as what is to be read.
  private func drawNotes(
    into screen: inout Screen, labels: Rect, notes: Rect, in field: Rect, _ range: RidgeRange,
    theme: Theme
  ) {
    for (index, row) in rows.enumerated() {
      let y = field.maxY - 1 - range.foot(of: index)
      guard y >= field.y else { continue }
      let isNewest = index == rows.count - 1
      let cells = Rect(x: notes.x, y: y, width: notes.width, height: 1)
      screen.putRight(row.note, in: cells, style: theme[isNewest ? .value : .muted])
      guard isNewest, !labels.isEmpty else { continue }
      let label = Rect(x: labels.x, y: y, width: labels.width, height: 1)
      screen.putRight(row.label, in: label, style: theme[.value])
    }
  }
}

/// Where the ridges stand in a field of cells.
struct RidgeRange {
  /// The number of ridges.
  let count: Int
  /// The rows from the foot of one ridge to that of the next.
  let spacing: Int
  /// The rows of the highest ridge.
  let height: Int

  /// Ridges as far apart as a field of `height` rows allows, each up to three times as high.
  init(count: Int, height: Int) {
    self.count = count
    spacing = max(1, height / (count + 2))
    self.height = max(1, min(height - (count - 1) * spacing, 4 * spacing))
  }

  /// The rows below the foot of a ridge.
  func foot(of index: Int) -> Int { (count - 1 - index) * spacing }
}
