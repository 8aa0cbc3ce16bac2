import CustomDump
import Testing

import TerminalUI

@Suite struct KeyMapTests {
  private enum Action: Hashable { case quit, help, pause }

  private let map = KeyMap<Action>([
    KeyBinding(
      .pause, keys: [.character(" ")], group: "Run", help: "pause or go on", hint: "pause"),
    KeyBinding(.help, keys: [.character("?"), .function(1)], group: "General", help: "this help"),
    KeyBinding(.quit, keys: [.character("q")], group: "General", help: "quit"),
  ])

  @Test func looksKeysUp() {
    #expect(map.lookup(.function(1)) == .help)
    #expect(map.lookup(.character(" ")) == .pause)
    #expect(map.lookup(.escape) == nil)
    #expect(map.binding(for: .help)?.keyNames == "? F1")
    #expect(map.binding(for: .pause)?.hint == "pause")
  }

  @Test func rebindingTakesTheKeyFromItsOwner() {
    let changed = map.rebinding(.quit, to: [.character(" "), .character("Q")])
    #expect(changed.lookup(.character(" ")) == .quit)
    #expect(changed.lookup(.character("q")) == nil)
    #expect(changed.binding(for: .pause)?.keys == [])
    #expect(changed.conflicts.isEmpty)
  }

  @Test func namesConflicts() {
    let twice = KeyMap<Action>([
      KeyBinding(.quit, keys: [.character("q")], group: "", help: ""),
      KeyBinding(.help, keys: [.character("q"), .tab], group: "", help: ""),
    ])
    #expect(map.conflicts.isEmpty)
    #expect(twice.conflicts == [.character("q")])
    #expect(twice.lookup(.character("q")) == .quit)
  }

  @Test func groupsRowsForTheHelp() {
    expectNoDifference(map.groups.map(\.group), ["Run", "General"])
    expectNoDifference(map.groups[1].bindings.map(\.action), [.help, .quit])
  }
}
