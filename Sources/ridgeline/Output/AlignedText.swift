import TerminalUI

/// Rows of text in columns of equal width, two spaces apart.
struct AlignedText {
  /// The headings.
  var titles: [String]

  /// The rows, a text for each heading.
  var rows: [[String]]

  /// The columns that are aligned at the left; numbers stand at the right.
  var leftAligned: Set<Int>

  /// The lines, each with its line break.
  var text: String {
    let lines = [titles] + rows
    let widths = titles.indices.map { column in lines.map { $0[column].displayWidth }.max() ?? 0 }
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
