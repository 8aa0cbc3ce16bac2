/// A box over the screen with lines of text that can be scrolled and searched.
public struct Popup: Widget {
  /// The title.
  public var title: String
  /// The lines.
  public var lines: [[Span]]
  /// The first line shown; brought into range when it is drawn.
  public var scroll: Int
  /// What is searched for, shown in the border; the lines are expected to be filtered already.
  public var query: String?
  /// Notes in the lower border.
  public var footer: [LegendItem]

  /// A box of lines.
  public init(
    title: String, lines: [[Span]], scroll: Int = 0, query: String? = nil,
    footer: [LegendItem] = []
  ) {
    self.title = title
    self.lines = lines
    self.scroll = scroll
    self.query = query
    self.footer = footer
  }

  /// The longest line that a box in an area can show whole.
  public static func lineWidth(in area: Rect) -> Int { max(0, area.width - 4) }

  /// Where the box stands in an area: in the middle, no larger than its lines ask for.
  public func frame(in area: Rect) -> Rect {
    let widest = lines.map(\.displayWidth).max() ?? 0
    let footerWidth = footer.totalWidth(gap: 2) + 6
    let width = max(widest + 4, title.displayWidth + 8, footerWidth, 24)
    return area.centred(Size(width: width, height: lines.count + 2))
  }

  /// The furthest that the lines can be scrolled in an area.
  public func maximumScroll(in area: Rect) -> Int {
    max(0, lines.count - Panel.inside(of: frame(in: area)).height)
  }

  /// Draws the box in the middle of the area.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let frame = frame(in: area)
    guard !frame.isEmpty else { return }
    let inside = Panel.inside(of: frame)
    let first = ScrollOffset.clamped(scroll, of: lines.count, in: inside.height)
    let last = min(lines.count, first + inside.height)
    var notes: [LegendItem] = []
    if lines.count > inside.height {
      notes.append(LegendItem("\(first + 1)-\(last) of \(lines.count)", style: theme[.muted]))
    }
    var legend: [LegendItem] = []
    if let query {
      legend.append(LegendItem("/\(query)", style: theme[.accent], priority: 1))
    }
    Panel(title: title, legend: legend, notes: notes, footer: footer, isFocused: true)
      .draw(into: &screen, in: frame, theme: theme, glyphs: glyphs)
    let margin = inside.width >= 4 ? 1 : 0
    for (row, line) in (first..<last).enumerated() {
      screen.put(
        lines[line], at: Point(x: inside.x + margin, y: inside.y + row),
        maximumWidth: inside.width - 2 * margin, ellipsis: glyphs.ellipsis)
    }
  }
}
