import CTerminal
public import TerminalUI

extension CursesTerminal {
  /// Shows `screen`.
  ///
  /// Cells equal to those shown before cost nothing, an equal screen sends nothing.
  ///
  /// What does not fit the terminal is cut. While the process is stopped nothing is drawn.
  public func present(_ screen: Screen) {
    guard !isClosed, !isGone, !isAway else { return }
    var screen = screen
    if !isUTF8 { screen.reduceToASCII() }
    guard screen != shown || mustRedraw else { return }
    if mustRedraw { ct_forget() }
    mustRedraw = false
    let before = shown?.size == screen.size ? shown : nil
    if before == nil { ct_erase() }
    for row in 0..<screen.size.height {
      putChanges(ofRow: row, in: screen, since: before)
    }
    shown = screen
    ct_present()
  }

  /// Draws the whole screen anew at the next ``present(_:)``.
  public func redraw() { mustRedraw = true }

  /// Hands the changed cells of a row to curses, in runs of one style.
  private func putChanges(ofRow row: Int, in screen: Screen, since before: Screen?) {
    let width = screen.size.width
    let cells = screen.cells[(row * width)..<((row + 1) * width)]
    var x = cells.startIndex
    while x < cells.endIndex {
      guard isChanged(x, cells, before) else {
        x += 1
        continue
      }
      // The halves of a wide glyph go together.
      let start = cells[x].isContinuation && x > cells.startIndex ? x - 1 : x
      let style = cells[start].style
      run.removeAll(keepingCapacity: true)
      x = start
      repeat {
        run.append(cells[x].scalar.value)
        x += 1
      } while x < cells.endIndex
        && (cells[x].isContinuation || (cells[x].style == style && isChanged(x, cells, before)))
      put(row: row, column: start - cells.startIndex, style: style)
    }
  }

  private func isChanged(_ index: Int, _ cells: ArraySlice<Cell>, _ before: Screen?) -> Bool {
    guard let before else { return true }
    return cells[index] != before.cells[index]
  }

  private func put(row: Int, column: Int, style: Style) {
    let look = numbers.look(of: style)
    let pair = ct_pair(look.foreground, look.background)
    let attributes = Self.attributes(look.attributes)
    ct_put_run(Int32(row), Int32(column), run, run.count, pair, attributes)
  }

  private static func attributes(_ attributes: Attributes) -> UInt32 {
    var bits: UInt32 = 0
    if attributes.contains(.bold) { bits |= CT_BOLD }
    if attributes.contains(.dim) { bits |= CT_DIM }
    if attributes.contains(.underline) { bits |= CT_UNDERLINE }
    if attributes.contains(.reverse) { bits |= CT_REVERSE }
    return bits
  }
}
