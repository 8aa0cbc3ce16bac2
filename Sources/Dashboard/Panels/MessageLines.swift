import TerminalUI

/// A sentence in plain words.
struct MessageLines: Widget {
  let notice: Notice

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let row = area.inset(left: 1, right: 1)
    guard !row.isEmpty else { return }
    let style = theme[role]
    var lines = notice.text.wrapped(to: row.width)
    for text in notice.shorter where lines.count > row.height {
      lines = text.wrapped(to: row.width)
    }
    for (index, line) in lines.prefix(row.height).enumerated() {
      // What does not fit any more is told by an ellipsis at the end of the last line.
      let isLast = index == row.height - 1 && lines.count > row.height
      let text = isLast ? lines.dropFirst(index).joined(separator: " ") : line
      screen.put(
        text, at: Point(x: row.x, y: row.y + index), style: style, maximumWidth: row.width,
        ellipsis: glyphs.ellipsis)
    }
  }

  private var role: ThemeRole {
    switch notice.tone {
    case .plain: .text
    case .good: .good
    case .warning: .warning
    case .bad: .bad
    case .hint: .accent
    }
  }
}
