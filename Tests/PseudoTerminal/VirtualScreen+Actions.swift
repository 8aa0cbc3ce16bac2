extension VirtualScreen {
  mutating func perform(_ action: Action) {
    switch action {
    case .glyph(let scalar): put(String(scalar), columns: Self.isWide(scalar) ? 2 : 1)
    case .control(let byte): perform(control: byte)
    case .escape(let byte): perform(escape: byte)
    case .sequence(let prefix, let parameters, let text, let final):
      switch (prefix, final) {
      case ("?", "h"): set(parameters, on: true)
      case ("?", "l"): set(parameters, on: false)
      case (nil, "m"): renditions.append(text)
      case (nil, _): perform(final, parameters)
      default: break
      }
    }
  }

  private mutating func put(_ glyph: String, columns width: Int) {
    if isPastEnd || column + width > columns {
      column = 0
      lineFeed()
    }
    isPastEnd = false
    guard column + width <= columns else { return }
    cells[row][column] = glyph
    if width == 2 { cells[row][column + 1] = "" }
    lastGlyph = glyph
    column += width
    if column >= columns {
      column = columns - 1
      isPastEnd = true
    }
  }

  private mutating func perform(control byte: UInt8) {
    isPastEnd = false
    switch byte {
    case 8: column = max(0, column - 1)
    case 9: column = min(columns - 1, (column / 8 + 1) * 8)
    case 10, 11, 12: lineFeed()
    case 13: column = 0
    default: break
    }
  }

  private mutating func perform(escape byte: UInt8) {
    switch Character(Unicode.Scalar(byte)) {
    case "7": savedCursor = (row, column)
    case "8": moveTo(savedCursor.row, savedCursor.column)
    case "D": lineFeed()
    case "E":
      column = 0
      lineFeed()
    case "M": reverseLineFeed()
    default: break
    }
  }

  private mutating func perform(_ final: Character, _ parameters: [Int]) {
    let first = parameters.first ?? 0
    let count = max(1, first)
    switch final {
    case "H", "f": moveTo(count - 1, max(1, parameters.dropFirst().first ?? 1) - 1)
    case "A": moveTo(row - count, column)
    case "B": moveTo(row + count, column)
    case "C": moveTo(row, column + count)
    case "D": moveTo(row, column - count)
    case "G", "`": moveTo(row, count - 1)
    case "d": moveTo(count - 1, column)
    case "J": eraseDisplay(first)
    case "K": eraseLine(first)
    case "X": erase(row, column..<min(columns, column + count))
    case "@": shift(by: count)
    case "P": shift(by: -count)
    case "L": scrollRegion(min(row, scrolling.upperBound)..<scrolling.upperBound, by: -count)
    case "M": scrollRegion(min(row, scrolling.upperBound)..<scrolling.upperBound, by: count)
    case "S": scrollRegion(scrolling, by: count)
    case "T": scrollRegion(scrolling, by: -count)
    case "b": for _ in 0..<count { put(lastGlyph, columns: 1) }
    case "r": setScrolling(parameters)
    default: break
    }
  }

  private mutating func set(_ parameters: [Int], on isOn: Bool) {
    for mode in parameters {
      if mode == 2026, isOn { synchronizedUpdates += 1 }
      if mode == 1049, isOn != modes.contains(1049) {
        swap(&cells, &shellCells)
        if isOn { eraseDisplay(2) }
      }
      // The keypad's and the cursor's finer modes are no trace that a person would see.
      guard mode != 12, mode != 7 else { continue }
      if isOn { modes.insert(mode) } else { modes.remove(mode) }
    }
  }

  private mutating func moveTo(_ newRow: Int, _ newColumn: Int) {
    row = min(max(0, newRow), rows - 1)
    column = min(max(0, newColumn), columns - 1)
    isPastEnd = false
  }

  private mutating func lineFeed() {
    if row == scrolling.upperBound - 1 {
      scrollRegion(scrolling, by: 1)
    } else {
      row = min(row + 1, rows - 1)
    }
  }

  private mutating func reverseLineFeed() {
    if row == scrolling.lowerBound {
      scrollRegion(scrolling, by: -1)
    } else {
      row = max(row - 1, 0)
    }
  }

  private mutating func setScrolling(_ parameters: [Int]) {
    let top = max(1, parameters.first ?? 1) - 1
    let bottom = min(rows, parameters.dropFirst().first ?? rows)
    scrolling = top < bottom ? top..<bottom : 0..<rows
    moveTo(0, 0)
  }

  private mutating func eraseDisplay(_ what: Int) {
    let lines = what == 0 ? (row + 1)..<rows : what == 1 ? 0..<row : 0..<rows
    for line in lines { erase(line, 0..<columns) }
    if what < 2 { eraseLine(what) }
  }

  private mutating func eraseLine(_ what: Int) {
    erase(row, what == 0 ? column..<columns : what == 1 ? 0..<(column + 1) : 0..<columns)
  }

  private mutating func erase(_ line: Int, _ range: Range<Int>) {
    for x in range { cells[line][x] = " " }
    isPastEnd = false
  }

  /// Moves the rest of the line right (positive) or left.
  private mutating func shift(by count: Int) {
    let blanks = Array(repeating: " ", count: min(abs(count), columns - column))
    let tail = cells[row][column...]
    let moved: [String] =
      count > 0
      ? blanks + Array(tail.dropLast(blanks.count)) : Array(tail.dropFirst(blanks.count)) + blanks
    cells[row].replaceSubrange(column..., with: moved)
  }

  private mutating func scrollRegion(_ region: Range<Int>, by count: Int) {
    guard !region.isEmpty else { return }
    let blank = Array(repeating: " ", count: columns)
    let distance = min(abs(count), region.count)
    let blanks = Array(repeating: blank, count: distance)
    let lines = cells[region]
    let moved: [[String]] =
      count > 0
      ? Array(lines.dropFirst(distance)) + blanks : blanks + Array(lines.dropLast(distance))
    cells.replaceSubrange(region, with: moved)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xD7A3).contains(scalar.value)
      || (0xF900...0xFAFF).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
      || (0x1F300...0x1F9FF).contains(scalar.value)
  }
}
