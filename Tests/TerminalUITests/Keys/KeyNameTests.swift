import Testing

import TerminalUI

@Suite struct KeyNameTests {
  @Test(arguments: [
    ("q", Key.character("q")), ("R", .character("R")), ("?", .character("?")),
    ("-", .character("-")), ("space", .character(" ")), ("tab", .tab), ("shift-tab", .backTab),
    ("ctrl-l", .control("l")), ("Ctrl+L", .control("l")), ("^c", .control("c")),
    ("F1", .function(1)),
    ("f12", .function(12)), ("esc", .escape), ("PgUp", .pageUp), ("page_down", .pageDown),
    ("é", .character("é")),
  ])
  func readsNames(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", "ctrl-", "ctrl-lo", "F0", "F99", "ctrl-é", "hyper-x", "\u{1B}", "qq"])
  func refusesWhatIsNoKey(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test func namesReadBack() {
    let keys: [Key] =
      [
        .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab,
        .backspace, .delete, .insert, .character(" "), .character("-"), .character("{"),
      ] + (1...12).map { .function($0) } + "abcxyz".map { .control($0) }
    for key in keys { #expect(Key(name: key.description) == key) }
  }
}
