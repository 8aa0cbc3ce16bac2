/// The picture that a terminal of xterm's kind makes of the bytes it is sent.
///
/// It knows what curses sends; glyphs are one column wide unless they are East Asian or emoji.
public struct VirtualScreen: Sendable {
  /// The number of columns.
  public private(set) var columns: Int
  /// The number of rows.
  public private(set) var rows: Int
  /// The private modes that are on, such as 1049 (alternate screen) and 2004 (bracketed paste).
  public internal(set) var modes: Set<Int> = [25]
  /// How often a frame was bracketed as one synchronized update.
  public internal(set) var synchronizedUpdates = 0
  /// The parameters of the last graphic rendition, such as "38;2;30;144;255".
  public internal(set) var renditions: [String] = []

  /// The glyphs row by row; the right half of a wide one is empty.
  var cells: [[String]]
  var row = 0
  var column = 0
  /// The cursor is past the last column: the next glyph goes to the next row.
  var isPastEnd = false
  var savedCursor = (row: 0, column: 0)
  var scrolling: Range<Int>
  var lastGlyph = " "
  var shellCells: [[String]]
  var parser = Parser()

  /// An empty screen.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Self.blank(columns, rows)
    shellCells = cells
    scrolling = 0..<rows
  }

  /// The picture as text: a line a row, blanks at the ends of lines left out.
  public var text: String {
    lines.joined(separator: "\n")
  }

  /// The rows as text, without the blanks at their ends.
  public var lines: [String] {
    cells.map { row in
      var line = row.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The glyph at a place.
  public func glyph(column: Int, row: Int) -> String { cells[row][column] }

  /// Whether the shell's screen is shown as it should be: cursor on, no mode of a program left.
  public var isShells: Bool { modes == [25] }

  /// Changes the size; what is cut off is lost, what is new is blank.
  public mutating func resize(columns: Int, rows: Int) {
    cells = Self.resized(cells, columns, rows)
    shellCells = Self.resized(shellCells, columns, rows)
    self.columns = columns
    self.rows = rows
    row = min(row, rows - 1)
    column = min(column, columns - 1)
    scrolling = 0..<rows
    isPastEnd = false
  }

  /// Acts on `bytes`, which may end in the middle of anything.
  public mutating func interpret(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if let action = parser.take(byte) { perform(action) }
    }
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  private static func resized(_ cells: [[String]], _ columns: Int, _ rows: Int) -> [[String]] {
    var result = blank(columns, rows)
    for y in 0..<min(rows, cells.count) {
      for x in 0..<min(columns, cells[y].count) { result[y][x] = cells[y][x] }
    }
    return result
  }
}
