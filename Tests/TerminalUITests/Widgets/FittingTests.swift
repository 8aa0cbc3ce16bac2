import CustomDump
import Testing

import TerminalUI

@Suite struct FittingTests {
  @Test func hintsOfLowPriorityGoFirst() {
    let hints = KeyHints([
      .init("space", "pause", priority: 3), .init("r", "restart", priority: 1),
      .init("v", "view"), .init("q", "quit", priority: 2),
    ])
    let lines = [45, 32, 20, 11, 10, 0].map { width in
      var screen = Screen(size: Size(width: width, height: 1))
      hints.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: .braille)
      return screen.text
    }
    expectNoDifference(
      lines,
      [
        "space pause  r restart  v view  q quit", "space pause  r restart  q quit",
        "space pause  q quit", "space pause", "", "",
      ])
  }

  @Test(arguments: 0...40)
  func theSelectedRowIsAlwaysSeen(selected: Int) {
    for height in 1...12 {
      let first = ScrollOffset.showing(selected, of: 41, in: height)
      #expect((first..<(first + height)).contains(selected))
      #expect(first >= 0 && first + height <= 41)
    }
    #expect(ScrollOffset.showing(selected, of: 0, in: 5) == 0)
  }

  @Test func scrollingStopsAtTheEnds() {
    let popup = Popup(title: "help", lines: (0..<50).map { [Span("line \($0)")] })
    let area = Rect(x: 0, y: 0, width: 40, height: 12)
    #expect(popup.maximumScroll(in: area) == 40)
    #expect(popup.maximumScroll(in: Rect(x: 0, y: 0, width: 40, height: 99)) == 0)
    #expect(popup.frame(in: area).height == 12)
  }

  @Test func tabsShowTheChosenOneWhenThereIsLittleRoom() {
    let tabs = Tabs(names: ["inputs", "hidden", "logits", "predictions"], selected: 3)
    var screen = Screen(size: Size(width: 16, height: 1))
    tabs.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: .braille)
    #expect(screen.text.contains("[predictions]"))
  }
}
