import CustomDump
import Runs
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct HelpTests {
  @Test(arguments: [Key.character("?"), .function(1)])
  func opensAndCloses(key: Key) {
    var scene = Scene.training()
    scene.press(key)
    #expect(scene.state.overlay == .help(query: "", scroll: 0))
    scene.press(key)
    #expect(scene.state.overlay == nil)
  }

  @Test func typingSearches() {
    var scene = Scene.help()
    scene.press("ghost")
    #expect(scene.state.overlay == .help(query: "ghost", scroll: 0))
    let text = scene.screen().text
    #expect(text.contains("ghost: the last run"))
    #expect(!text.contains("restart from the base"))
    scene.press(.backspace)
    #expect(scene.state.overlay == .help(query: "ghos", scroll: 0))
    scene.press(.escape)
    #expect(scene.state.overlay == .help(query: "", scroll: 0))
    scene.press(.escape)
    #expect(scene.state.overlay == nil)
  }

  @Test func searchTakesPastedTextAndIsBounded() {
    var scene = Scene.help()
    _ = reduce(&scene.state, .terminal(.paste(String(repeating: "x", count: 10_000))))
    guard case .help(let query, _) = scene.state.overlay else {
      Issue.record("help has gone")
      return
    }
    #expect(query.count == 40)
    #expect(scene.screen().text.contains("no key matches"))
  }

  @Test func scrollsAsFarAsThereAreLines() {
    var scene = Scene.help()
    scene.press(.up)
    #expect(scene.state.overlay == .help(query: "", scroll: 0))
    scene.press(.end)
    guard case .help(_, let furthest) = scene.state.overlay else { return }
    #expect(furthest > 0)
    scene.press(.down, .pageDown)
    #expect(scene.state.overlay == .help(query: "", scroll: furthest))
    scene.press(.home)
    #expect(scene.state.overlay == .help(query: "", scroll: 0))
  }

  @Test func everyKeyOfTheTableIsInTheHelp() {
    let lines = KeyMap.dashboard.helpLines(theme: .dark)
      .map { $0.map(\.text).joined() }
    for binding in KeyMap.dashboard.bindings {
      #expect(lines.contains { $0.contains(binding.keyNames) && $0.contains(binding.help) })
    }
  }

  @Test func theTableIsWhole() {
    #expect(KeyMap.dashboard.conflicts.isEmpty)
    let bound = Set(KeyMap.dashboard.bindings.map(\.action))
    #expect(bound == Set(KeyAction.allCases))
  }

  @Test func reboundKeysWorkAndShow() {
    let keyMap = KeyMap.dashboard.rebinding(.pauseOrResume, to: [.character("P")])
    let known = Scene.training().state
    var state = DashboardState(
      configuration: known.configuration, size: known.size, keyMap: keyMap)
    _ = reduce(&state, .update(SessionUpdate(status: known.status)))
    let text = render(state, size: state.size, theme: .dark, glyphs: .braille).text
    #expect(text.contains("P pause"))
    #expect(reduce(&state, .terminal(.key(.character("P")))) == [.send(.pause)])
    #expect(reduce(&state, .terminal(.key(.character(" ")))).isEmpty)
  }
}
