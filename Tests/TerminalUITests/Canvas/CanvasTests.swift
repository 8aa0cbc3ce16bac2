import CustomDump
import Testing

import TerminalUI

@Suite struct CanvasTests {
  private let red = Pen(style: Style(foreground: .ansi(1)), priority: 2, mark: "r")
  private let blue = Pen(style: Style(foreground: .ansi(4)), priority: 1, mark: "b")

  @Test func setsBrailleDots() {
    var canvas = Canvas(size: Size(width: 2, height: 1), glyphs: .braille)
    #expect(canvas.dotWidth == 4 && canvas.dotHeight == 4)
    for (x, y) in [(0, 0), (1, 3), (2, 1), (3, 2)] { canvas.dot(x: x, y: y, pen: red) }
    expectNoDifference(text(canvas), "⢁⠢")
  }

  @Test func setsQuadrantsAndLetters() {
    var canvas = Canvas(size: Size(width: 3, height: 1), glyphs: .block)
    canvas.dot(x: 0, y: 0, pen: red)
    canvas.dot(x: 1, y: 1, pen: red)
    canvas.column(x: 2, from: 0, to: 1, pen: red)
    expectNoDifference(text(canvas), "▚▌")
    var letters = Canvas(size: Size(width: 3, height: 2), glyphs: .ascii)
    letters.line(from: Point(x: 0, y: 1), to: Point(x: 2, y: 0), pen: red)
    expectNoDifference(text(letters), "  r\nrr")
  }

  @Test func theHigherPriorityColoursACell() {
    for pens in [[red, blue], [blue, red]] {
      var canvas = Canvas(size: Size(width: 1, height: 1), glyphs: .braille)
      canvas.dot(x: 0, y: 0, pen: pens[0])
      canvas.dot(x: 1, y: 1, pen: pens[1])
      var screen = Screen(size: canvas.size)
      canvas.draw(into: &screen, at: Point(x: 0, y: 0), on: .terminal)
      #expect(screen[0, 0] == Cell("⠑", style: red.style))
    }
  }

  /// Two curves in the same dots take turns, in whichever order they are drawn; crossing ones do not.
  @Test(arguments: [GlyphSet.braille, .block, .ascii])
  func curvesThatAreOneTakeTurns(glyphs: GlyphSet) {
    for pens in [[red, blue], [blue, red]] {
      var canvas = Canvas(size: Size(width: 4, height: 1), glyphs: glyphs)
      for pen in pens {
        canvas.line(from: Point(x: 0, y: 0), to: Point(x: canvas.dotWidth - 1, y: 0), pen: pen)
      }
      var screen = Screen(size: canvas.size)
      canvas.draw(into: &screen, at: Point(x: 0, y: 0), on: .terminal)
      let colours = (0..<4).map { screen[$0, 0].style }
      #expect(colours == [red.style, blue.style, red.style, blue.style])
    }
  }

  @Test func keepsTheBackground() {
    let shade = Style(background: .ansi(8))
    var screen = Screen(size: Size(width: 1, height: 1), fill: Cell(" ", style: shade))
    var canvas = Canvas(size: screen.size, glyphs: .block)
    canvas.dot(x: 0, y: 0, pen: red)
    canvas.draw(into: &screen, at: Point(x: 0, y: 0), on: .terminal)
    #expect(screen[0, 0].style == red.style.on(.ansi(8)))
  }

  /// A line has a dot in every column between its ends, and its columns touch.
  @Test(arguments: [(0, 0), (5, 0), (0, 7), (30, 3), (3, 30), (-9, 12), (39, -40)])
  func linesHaveNoHoles(dx: Int, dy: Int) {
    var canvas = Canvas(size: Size(width: 40, height: 40), glyphs: .ascii)
    let start = Point(x: min(max(0, -dx), 39), y: min(max(0, -dy), 39))
    let end = Point(x: start.x + dx, y: start.y + dy)
    canvas.line(from: start, to: end, pen: red)
    var screen = Screen(size: canvas.size)
    canvas.draw(into: &screen, at: Point(x: 0, y: 0), on: .terminal)
    var before: ClosedRange<Int>?
    for x in min(start.x, end.x)...max(start.x, end.x) {
      let rows = (0..<40).filter { screen[x, $0].scalar == "r" }
      guard let top = rows.first, let bottom = rows.last else {
        Issue.record("no dot in column \(x)")
        continue
      }
      #expect(rows.count == bottom - top + 1)
      if let before { #expect(before.upperBound >= top - 1 && before.lowerBound <= bottom + 1) }
      before = top...bottom
    }
    #expect(screen[start].scalar == "r" || dy == -40)
  }

  @Test func clipsWhatLiesOutside() {
    var canvas = Canvas(size: Size(width: 3, height: 3), glyphs: .braille)
    canvas.line(from: Point(x: .min, y: .max), to: Point(x: .max, y: .min), pen: red)
    canvas.line(from: Point(x: -50, y: -50), to: Point(x: -1, y: 20), pen: red)
    canvas.column(x: 400, from: .min, to: .max, pen: red)
    canvas.column(x: 0, from: .max, to: .min, pen: red)
    canvas.dot(x: -1, y: 0, pen: red)
    var screen = Screen(size: canvas.size)
    canvas.draw(into: &screen, at: Point(x: 0, y: 0), on: .terminal)
    #expect((0..<3).allSatisfy { screen[0, $0].scalar.value & 0x47 == 0x47 })
    #expect((0..<3).allSatisfy { screen[2, $0] == .blank || screen[2, $0].scalar.value > 0x2800 })
  }

  @Test func fillsBarsByEighths() {
    var screen = Screen(size: Size(width: 4, height: 1))
    screen.putBar(0.4, in: screen.bounds, style: .plain, glyphs: .braille)
    expectNoDifference(screen.text, "█▋")
    #expect(BarGlyphs.eighths(of: 1e-9, in: 4) == 1)
    #expect(BarGlyphs.eighths(of: .nan, in: 4) == 0)
    #expect(BarGlyphs.eighths(of: .infinity, in: 4) == 32)
    #expect(BarGlyphs.vertical(eighths: 3, glyphs: .block) == "▃")
    #expect(BarGlyphs.vertical(eighths: 8, glyphs: .ascii) == "#")
  }

  private func text(_ canvas: Canvas) -> String {
    var screen = Screen(size: canvas.size)
    canvas.draw(into: &screen, at: Point(x: 0, y: 0), on: .terminal)
    return screen.text
  }
}
