import TerminalUI

/// Rows of text in columns of equal width, two spaces apart.
struct AlignedText {
  /// The headings.
  var titles: [String]

  /// The rows, a text for each heading.
  var rows: [[String]]

  /// The columns that are aligned at the left; numbers stand at the right.
  var leftAligned: Set<Int>

  /// The columns of a terminal that the longest line takes.
  var width: Int { widths.reduce(0, +) + 2 * max(titles.count - 1, 0) }

  /// Takes a column of numbers out.
  mutating func removeColumn(_ title: String) {
    guard let column = titles.firstIndex(of: title) else { return }
    titles.remove(at: column)
    for row in rows.indices { rows[row].remove(at: column) }
  }

  private var lines: [[String]] { [titles] + rows }

  private var widths: [Int] {
    titles.indices.map { column in lines.map { $0[column].displayWidth }.max() ?? 0 }
  }

  /// The lines, each with its line break.
  var text: String {
    let widths = widths
    return lines.map { line in
      var cells: [String] = []
      for (column, cell) in line.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.displayWidth)
        cells.append(leftAligned.contains(column) ? cell + padding : padding + cell)
      }
      var text = cells.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }
}
