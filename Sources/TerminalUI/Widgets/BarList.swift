/// A list of names with a bar, a number, a star and a small bar each: the features and their drift.
///
/// The list scrolls so that the selected row is always seen.
public struct BarList: Widget {
  /// A row of the list.
  public struct Row: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value that gives the bar's length and its colour.
    public var value: Double
    /// The number as it is written.
    public var number: String
    /// Whether the row is marked with a star.
    public var isMarked: Bool
    /// The length of the small bar, 0 to 1; none without it.
    public var share: Double?
    /// What value and share come to together, as it is written; none without it.
    public var product: String?

    /// A row of the list.
    public init(
      name: String, value: Double, number: String, isMarked: Bool = false, share: Double? = nil,
      product: String? = nil
    ) {
      self.name = name
      self.value = value
      self.number = number
      self.isMarked = isMarked
      self.share = share
      self.product = product
    }
  }

  /// The rows in the order in which they are shown.
  public var rows: [Row]
  /// The row that is selected, if any.
  public var selected: Int?
  /// The headings of the bar and of the small bar; no heading row without them.
  public var headings: (bar: String, share: String, product: String)?
  /// From which values on a bar counts as middling and as high.
  public var thresholds: (middle: Double, high: Double)
  /// The value of a bar that fills its column; the largest, but at least the high threshold, unless
  /// given.
  public var fullBar: Double?

  /// A list of bars.
  public init(
    rows: [Row], selected: Int? = nil,
    headings: (bar: String, share: String, product: String)? = nil,
    thresholds: (middle: Double, high: Double) = (0.1, 0.3), fullBar: Double? = nil
  ) {
    self.rows = rows
    self.selected = selected
    self.headings = headings
    self.thresholds = thresholds
    self.fullBar = fullBar
  }

  /// Draws as many rows as fit around the selected one.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let columns = columns(in: area)
    let largest = rows.map(\.value).filter(\.isFinite).max() ?? 0
    let full = fullBar ?? max(largest, thresholds.high)
    var body = area
    if let headings, area.height >= 3 {
      drawHeadings(headings, into: &screen, in: columns, theme: theme, glyphs: glyphs)
      body = area.inset(top: 1)
    }
    let first = ScrollOffset.showing(selected ?? 0, of: rows.count, in: body.height)
    for (line, index) in (first..<min(rows.count, first + body.height)).enumerated() {
      let y = body.y + line
      draw(
        rows[index], full: full, into: &screen, in: columns, y: y, theme: theme, glyphs: glyphs)
      if index == selected {
        screen.restyle(body.row(line)) { $0.selected(by: theme[.selection]) }
        if columns.cursor.width > 0 {
          screen[columns.cursor.x, y] = Cell(
            glyphs.cursor, style: theme[.accent].selected(by: theme[.selection]))
        }
      }
    }
  }

  private struct Columns {
    let cursor, name, bar, number, mark, share, product: Rect
  }

  private func columns(in area: Rect) -> Columns {
    let names = rows.map(\.name.displayWidth).max() ?? 0
    let numbers = rows.map(\.number.displayWidth).max() ?? 0
    let hasShares = rows.contains { $0.share != nil } && area.width >= 24
    let products =
      area.width >= 30 ? rows.compactMap(\.product?.displayWidth).max().map { max(4, $0) } ?? 0 : 0
    let name = min(max(3, names), max(3, area.width / 3))
    let cells = area.columns([
      .fixed(1), .fixed(name), .fixed(1), .flexible, .fixed(area.width >= 10 ? 1 : 0),
      .fixed(numbers), .fixed(1), .fixed(1), .fixed(hasShares ? 1 : 0),
      .fixed(hasShares ? max(6, area.width / 6) - (products > 0 ? 2 : 0) : 0), .fixed(1),
      .fixed(products), .fixed(products > 0 ? 1 : 0),
    ])
    return Columns(
      cursor: cells[0], name: cells[1], bar: cells[3], number: cells[5], mark: cells[7],
      share: cells[9], product: cells[11])
  }

  private func drawHeadings(
    _ headings: (bar: String, share: String, product: String), into screen: inout Screen,
    in columns: Columns,
    theme: Theme, glyphs: GlyphSet
  ) {
    for (text, cells) in [(headings.bar, columns.bar), (headings.share, columns.share)] {
      screen.put(
        text, at: cells.origin, style: theme[.muted], maximumWidth: cells.width,
        ellipsis: glyphs.ellipsis)
    }
    screen.putRight(headings.product, in: columns.product, style: theme[.muted])
  }

  private func draw(
    _ row: Row, full: Double, into screen: inout Screen, in columns: Columns, y: Int, theme: Theme,
    glyphs: GlyphSet
  ) {
    func at(_ cells: Rect) -> Rect { Rect(x: cells.x, y: y, width: cells.width, height: 1) }
    // What is not marked is no cause for alarm, however long its bar.
    let role: ThemeRole =
      !row.isMarked || row.value < thresholds.middle
      ? .barLow : row.value < thresholds.high ? .barMiddle : .barHigh
    screen.put(
      row.name, at: at(columns.name).origin, style: theme[.text],
      maximumWidth: columns.name.width, ellipsis: glyphs.ellipsis)
    drawBar(
      full > 0 ? row.value / full : 0, into: &screen, in: at(columns.bar), style: theme[role],
      glyphs: glyphs)
    screen.putRight(row.number, in: at(columns.number), style: theme[.value])
    if row.isMarked, columns.mark.width > 0 {
      screen[columns.mark.x, y] = Cell("*", style: theme[.bad])
    }
    if let product = row.product {
      screen.putRight(product, in: at(columns.product), style: theme[.value])
    }
    guard let share = row.share, columns.share.width > 0 else { return }
    drawShare(share, into: &screen, in: at(columns.share), theme: theme, glyphs: glyphs)
  }

  /// A bar less high than its row, so that the bars of neighbouring rows stay apart.
  private func drawBar(
    _ share: Double, into screen: inout Screen, in cells: Rect, style: Style, glyphs: GlyphSet
  ) {
    let glyph: Unicode.Scalar = glyphs.isUnicode ? "▆" : "#"
    let length = (BarGlyphs.eighths(of: share, in: cells.width) + 4) / 8
    let visible = share > 0 && cells.width > 0 ? max(1, length) : 0
    screen.fill(cells.splitLeft(visible).left, with: Cell(glyph, style: style))
  }

  /// Squares, filled up to the share: `▪▪▪··`.
  private func drawShare(
    _ share: Double, into screen: inout Screen, in cells: Rect, theme: Theme, glyphs: GlyphSet
  ) {
    let share = share.isFinite ? max(0, min(1, share)) : 0
    let filled = share > 0 ? max(1, Int((share * Double(cells.width)).rounded())) : 0
    let full: Unicode.Scalar = glyphs.isUnicode ? "▪" : "="
    let empty: Unicode.Scalar = glyphs.isUnicode ? "·" : "."
    for cell in 0..<cells.width {
      screen[cells.x + cell, cells.y] =
        cell < filled ? Cell(full, style: theme[.text]) : Cell(empty, style: theme[.border])
    }
  }
}
