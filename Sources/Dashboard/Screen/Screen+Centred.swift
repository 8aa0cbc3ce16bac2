import TerminalUI

extension Screen {
  /// Writes a sentence in the middle of an area, on as many lines as it needs.
  mutating func putCentred(_ text: String, in area: Rect, style: Style) {
    let lines = text.wrapped(to: max(1, area.width - 2)).prefix(area.height)
    for (index, line) in lines.enumerated() {
      let x = area.x + max(0, (area.width - line.displayWidth) / 2)
      let y = area.y + (area.height - lines.count) / 2 + index
      put(line, at: Point(x: x, y: y), style: style, maximumWidth: area.width)
    }
  }

  /// Writes pieces of text in the middle of a row.
  mutating func putCentred(_ spans: [Span], in row: Rect, ellipsis: Unicode.Scalar) {
    guard !row.isEmpty else { return }
    let x = row.x + max(0, (row.width - spans.displayWidth) / 2)
    put(spans, at: Point(x: x, y: row.y), maximumWidth: row.width, ellipsis: ellipsis)
  }
}
