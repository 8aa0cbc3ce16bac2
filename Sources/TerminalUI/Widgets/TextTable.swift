/// Rows of text in aligned columns.
public struct TextTable: Widget {
  /// A column of the table.
  public struct Column: Sendable, Hashable {
    /// The heading.
    public var title: String
    /// Whether it holds numbers, which are aligned at the right.
    public var isNumeric: Bool
    /// Whether it shrinks, with an ellipsis, when the table is too wide, and takes spare room.
    public var isFlexible: Bool

    /// A column.
    public init(_ title: String, isNumeric: Bool = false, isFlexible: Bool = false) {
      self.title = title
      self.isNumeric = isNumeric
      self.isFlexible = isFlexible
    }
  }

  /// The columns.
  public var columns: [Column]
  /// The rows, each with a text a column; what is missing is empty.
  public var rows: [[Span]]
  /// The row that is selected, if any; the table scrolls so that it is seen.
  public var selected: Int?

  /// A table.
  public init(columns: [Column], rows: [[Span]], selected: Int? = nil) {
    self.columns = columns
    self.rows = rows
    self.selected = selected
  }

  /// Draws the headings, if any column has one, and as many rows as fit.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty, !columns.isEmpty else { return }
    var body = area
    // With a selection the first column holds the cursor.
    let cells = layout(in: area.inset(left: selected == nil ? 0 : 1))
    if columns.contains(where: { !$0.title.isEmpty }), area.height >= 2 {
      let titles = columns.map { Span($0.title, style: theme[.muted]) }
      draw(titles, into: &screen, in: cells, y: area.y, glyphs: glyphs)
      body = area.inset(top: 1)
    }
    let first = ScrollOffset.showing(selected ?? 0, of: rows.count, in: body.height)
    for (line, index) in (first..<min(rows.count, first + body.height)).enumerated() {
      draw(rows[index], into: &screen, in: cells, y: body.y + line, glyphs: glyphs)
      if index == selected {
        screen[body.x, body.y + line] = Cell(glyphs.cursor, style: theme[.accent])
        screen.restyle(body.row(line)) { $0.selected(by: theme[.selection]) }
      }
    }
  }

  private func layout(in area: Rect) -> [Rect] {
    let gap = 2
    var lengths: [Length] = []
    for (index, column) in columns.enumerated() {
      let widest = rows.reduce(column.title.displayWidth) { widest, row in
        index < row.count ? max(widest, row[index].width) : widest
      }
      if index > 0 { lengths.append(.fixed(gap)) }
      lengths.append(column.isFlexible ? .flexible(weight: max(1, widest)) : .fixed(widest))
    }
    return area.columns(lengths).enumerated().compactMap { $0.offset % 2 == 0 ? $0.element : nil }
  }

  private func draw(
    _ texts: [Span], into screen: inout Screen, in cells: [Rect], y: Int, glyphs: GlyphSet
  ) {
    for (index, (span, cells)) in zip(texts, cells).enumerated() where cells.width > 0 {
      let row = Rect(x: cells.x, y: y, width: cells.width, height: 1)
      if columns[index].isNumeric {
        screen.putRight(span.text, in: row, style: span.style, ellipsis: glyphs.ellipsis)
      } else {
        screen.put(
          [span], at: row.origin, maximumWidth: row.width, ellipsis: glyphs.ellipsis)
      }
    }
  }
}
