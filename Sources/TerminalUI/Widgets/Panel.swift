/// A box with a title and a legend in its upper border, and notes at the right ends of the borders.
///
/// ```
/// ╭─ loss ─ train 0.112 · test 0.602 ───────── y log ─╮
/// │                                                   │
/// ╰─────────────────────────────────── enter adopts ──╯
/// ```
///
/// The focused panel has double corners of its own in ASCII and a heavy border otherwise, so that the
/// focus shows without colour.
public struct Panel: Widget {
  /// The title, which stays longest when there is little room.
  public var title: String
  /// Names with their values after the title.
  public var legend: [LegendItem]
  /// Notes at the right end of the upper border.
  public var notes: [LegendItem]
  /// Notes at the right end of the lower border.
  public var footer: [LegendItem]
  /// Whether the panel has the focus.
  public var isFocused: Bool

  /// A panel.
  public init(
    title: String, legend: [LegendItem] = [], notes: [LegendItem] = [], footer: [LegendItem] = [],
    isFocused: Bool = false
  ) {
    self.title = title
    self.legend = legend
    self.notes = notes
    self.footer = footer
    self.isFocused = isFocused
  }

  /// The cells inside the border of a panel drawn in `area`.
  ///
  /// Below three columns or rows there is no border: the first row is the title, the rest is inside.
  public static func inside(of area: Rect) -> Rect {
    hasBorder(area) ? area.inset(1) : area.inset(top: 1)
  }

  private static func hasBorder(_ area: Rect) -> Bool { area.width >= 3 && area.height >= 3 }

  /// Draws the border and what stands in it, and clears the inside.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let border = theme[isFocused ? .borderFocused : .border]
    screen.fill(area, with: Cell(" ", style: theme[.background]))
    guard Panel.hasBorder(area) else {
      screen.put(
        title, at: area.origin, style: theme[.title], maximumWidth: area.width,
        ellipsis: glyphs.ellipsis)
      return
    }
    let line = BorderGlyphs(glyphs: glyphs, isFocused: isFocused)
    drawBox(into: &screen, in: area, line: line, style: border)
    drawTop(into: &screen, in: area, theme: theme, border: border, glyphs: glyphs)
    let room = area.width - 4
    let notes = LegendItem.fitting(footer, into: room - 2, gap: 2)
    drawNotes(notes, into: &screen, in: area.row(area.height - 1))
  }

  private func drawBox(into screen: inout Screen, in area: Rect, line: BorderGlyphs, style: Style) {
    let (left, right, top, bottom) = (area.x, area.maxX - 1, area.y, area.maxY - 1)
    screen.fill(area.row(0), with: Cell(line.horizontal, style: style))
    screen.fill(area.row(area.height - 1), with: Cell(line.horizontal, style: style))
    for y in (top + 1)..<bottom {
      screen[left, y] = Cell(line.vertical, style: style)
      screen[right, y] = Cell(line.vertical, style: style)
    }
    screen[left, top] = Cell(line.topLeft, style: style)
    screen[right, top] = Cell(line.topRight, style: style)
    screen[left, bottom] = Cell(line.bottomLeft, style: style)
    screen[right, bottom] = Cell(line.bottomRight, style: style)
  }

  /// `╭─ title ─ legend ──── notes ─╮`: two columns of border at either end.
  private func drawTop(
    into screen: inout Screen, in area: Rect, theme: Theme, border: Style, glyphs: GlyphSet
  ) {
    let room = area.width - 4
    guard room > 2 else { return }
    var x = area.x + 2
    let end = area.maxX - 2
    if !title.isEmpty {
      let width = screen.put(
        title, at: Point(x: x + 1, y: area.y), style: theme[.title], maximumWidth: room - 2,
        ellipsis: glyphs.ellipsis)
      clear(x, in: &screen, y: area.y, theme: theme)
      clear(x + width + 1, in: &screen, y: area.y, theme: theme)
      x += width + 2
    }
    // Legend and notes compete for the room by priority; each side costs three columns of its own.
    let separator = Span(glyphs.isUnicode ? " · " : " | ", style: theme[.muted])
    let left = end - x - 3
    let kept = LegendItem.fitting(legend + notes, into: left - (notes.isEmpty ? 0 : 3), gap: 3)
    let keptLegend = legend.filter { kept.contains($0) }
    let keptNotes = notes.filter { kept.contains($0) }
    if !keptLegend.isEmpty {
      x += title.isEmpty ? 0 : 1
      clear(x, in: &screen, y: area.y, theme: theme)
      x += 1
      for (index, item) in keptLegend.enumerated() {
        if index > 0 { x += screen.put([separator], at: Point(x: x, y: area.y)) }
        x += screen.put(item.spans, at: Point(x: x, y: area.y), maximumWidth: end - x)
      }
      clear(x, in: &screen, y: area.y, theme: theme)
    }
    drawNotes(keptNotes, into: &screen, in: area.row(0))
  }

  private func drawNotes(_ notes: [LegendItem], into screen: inout Screen, in row: Rect) {
    guard !notes.isEmpty else { return }
    var x = row.maxX - 3 - notes.totalWidth(gap: 2)
    for item in notes {
      screen[x - 1, row.y].scalar = " "
      x += screen.put(item.spans, at: Point(x: x, y: row.y))
      screen[x, row.y].scalar = " "
      x += 2
    }
  }

  private func clear(_ x: Int, in screen: inout Screen, y: Int, theme: Theme) {
    screen[x, y] = Cell(" ", style: theme[.background])
  }
}
