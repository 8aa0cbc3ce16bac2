import CustomDump
import Testing

import TerminalUI

@Suite struct ScreenTextTests {
  @Test func drawsAndClipsText() {
    var screen = Screen(size: Size(width: 6, height: 2))
    #expect(screen.put("ridge", at: Point(x: 0, y: 0)) == 5)
    #expect(screen.put("ridgeline", at: Point(x: 3, y: 1)) == 3)
    #expect(screen.put("out", at: Point(x: 0, y: 7)) == 3)
    expectNoDifference(screen.text, "ridge\n   rid")
  }

  @Test func startsLeftOfTheScreen() {
    var screen = Screen(size: Size(width: 4, height: 1))
    screen.put("abcdef", at: Point(x: -3, y: 0))
    expectNoDifference(screen.text, "def")
  }

  @Test(arguments: [(0, ""), (1, "…"), (2, "a…"), (3, "abc"), (9, "abc")])
  func endsCutTextWithAnEllipsis(width: Int, expected: String) {
    var screen = Screen(size: Size(width: 5, height: 1))
    screen.put("abc", at: Point(x: 0, y: 0), maximumWidth: width, ellipsis: "…")
    expectNoDifference(screen.text, expected)
  }

  @Test func wideGlyphsTakeTwoCells() {
    var screen = Screen(size: Size(width: 5, height: 1))
    #expect(screen.put("日本語", at: Point(x: 0, y: 0)) == 4)
    #expect(screen[1, 0].isContinuation)
    #expect(screen[4, 0] == .blank)
    screen.put("x", at: Point(x: 1, y: 0))
    expectNoDifference(screen.text, " x本")
    screen.put("y", at: Point(x: 2, y: 0))
    expectNoDifference(screen.text, " xy")
    #expect(!screen.cells.contains { $0.isContinuation })
  }

  @Test func neverLeavesHalfAWideGlyphAtAnEdge() {
    var screen = Screen(size: Size(width: 3, height: 1))
    screen.put("日本", at: Point(x: -1, y: 0))
    expectNoDifference(screen.text, " 本")
    screen.put("日", at: Point(x: 2, y: 0))
    expectNoDifference(screen.text, " 本")
  }

  @Test func cleansTextFromOutside() {
    var screen = Screen(size: Size(width: 20, height: 1))
    screen.put("a\u{1B}[31mb\tc\u{202E}d\u{0}\u{9B}e\u{200D}f", at: Point(x: 0, y: 0))
    expectNoDifference(screen.text, "a?[31mb cd??ef")
  }

  @Test func leavesCombiningMarksOut() {
    #expect("e\u{301}".displayWidth == 1)
    #expect("한".displayWidth == 2)
    #expect("🙂".displayWidth == 2)
    #expect("⣿█▁·±".displayWidth == 5)
  }

  @Test func showsStylesAsLetters() {
    var screen = Screen(size: Size(width: 6, height: 2))
    let red = Style(foreground: .rgb(255, 0, 10), attributes: .bold)
    screen.put(
      [Span("ab", style: red), Span("c"), Span("d", style: Style(background: .ansi(3)))],
      at: Point(x: 1, y: 1))
    expectNoDifference(
      screen.styleLayer, "\n aa.b\na #ff000a bold\nb terminal on ansi:3")
  }

  @Test func reducesToASCII() {
    var screen = Screen(size: Size(width: 12, height: 1))
    screen.put("a·b…日█größe", at: Point(x: 0, y: 0))
    screen.reduceToASCII()
    expectNoDifference(screen.text, "a.b~? #gr??e")
  }
}
