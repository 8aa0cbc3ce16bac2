import CustomDump
import Runs
import TerminalUI
import Testing

@testable import Dashboard

/// Leaving: asked only while a run is unfinished, never by escape.
@Suite struct QuitTests {
  private static let keys: [Key] = [.character("q"), .control("c")]

  @Test(arguments: keys)
  func asksWhileARunIsUnfinished(key: Key) {
    var scene = Scene.training()
    var expected = scene.state
    expected.overlay = .quitQuestion
    #expect(scene.press(key).isEmpty)
    expectNoDifference(scene.state, expected)
  }

  @Test(arguments: [Scene.Moment.loading, .base, .finished, .diverged, .failed], keys)
  func leavesAtOnceOtherwise(moment: Scene.Moment, key: Key) {
    var scene = moment.scene
    expectNoDifference(scene.press(key), [.quit])
  }

  @Test(arguments: [Key.character("y"), .character("Y"), .enter, .control("c")])
  func yesLeaves(key: Key) {
    var scene = Scene.question()
    expectNoDifference(scene.press(key), [.quit])
  }

  @Test(arguments: [Key.character("n"), .character("N"), .escape])
  func noStays(key: Key) {
    var scene = Scene.question()
    #expect(scene.press(key).isEmpty)
    expectNoDifference(scene.state, Scene.training().state)
  }

  @Test func otherKeysAreNoAnswer() {
    var scene = Scene.question()
    let before = scene.state
    #expect(scene.press("1r q[]w").isEmpty)
    #expect(scene.press(.tab, .up, .function(1), .control("z")).isEmpty)
    expectNoDifference(scene.state, before)
  }

  @Test func escapeNeverQuits() {
    for moment in Scene.Moment.allCases {
      var scene = moment.scene
      for _ in 0..<4 { #expect(!scene.press(.escape).contains(.quit)) }
    }
  }

  @Test(arguments: [TerminalEvent.interrupt, .terminate, .hangUp])
  func signalsLeaveWithoutAQuestion(event: TerminalEvent) {
    var scene = Scene.training()
    expectNoDifference(reduce(&scene.state, .terminal(event)), [.quit])
  }
}
