import CustomDump
import Runs
import TerminalUI
import Testing

@testable import Dashboard

/// The keys that steer training.
@Suite struct TrainingKeyTests {
  @Test func spacePausesAndGoesOnAtOnce() {
    var scene = Scene.training()
    var expected = scene.state
    expected.isPauseWanted = true
    expectNoDifference(scene.press(" "), [.send(.pause)])
    expectNoDifference(scene.state, expected)
    #expect(scene.state.phase == .paused)
    // A status from before the pause does not make the screen flicker.
    scene.update(status: scene.status(.training, epoch: 34, batch: 5))
    #expect(scene.state.phase == .paused)
    scene.update(status: scene.status(.paused, epoch: 34, batch: 6))
    expectNoDifference(scene.press(" "), [.send(.resume)])
    #expect(scene.state.phase == .training)
  }

  @Test func oneBatchGoesOnlyWhenPaused() {
    var scene = Scene.training()
    #expect(scene.press("o").isEmpty)
    #expect(scene.state.notice != nil)
    scene.press(" ")
    expectNoDifference(scene.press("o"), [.send(.step)])
    #expect(scene.state.phase == .paused)
  }

  @Test func restartsWithTheSameOrTheNextSeed() {
    var scene = Scene.training()
    expectNoDifference(scene.press("r"), [.send(.restart(sameSeed: true))])
    expectNoDifference(scene.press("R"), [.send(.restart(sameSeed: false))])
    var early = Scene.trainingBase()
    #expect(early.press("rR").isEmpty)
  }

  @Test func aRestartEndsThePause() {
    var scene = Scene.paused()
    scene.press("r")
    #expect(!scene.state.isPauseWanted)
  }

  @Test func goesOnForAsManyEpochsAgain() {
    var scene = Scene.finished()
    expectNoDifference(scene.press("c"), [.send(.extend)])
    #expect(scene.state.notice?.text == "Going on for 200 epochs more.")
    var diverged = Scene.diverged()
    #expect(diverged.press("c").isEmpty)
  }

  @Test func paceGoesFromStepToStepUpToFullSpeed() {
    var scene = Scene.training()
    expectNoDifference(scene.press(">"), [.send(.setPace(.epochsPerSecond(20)))])
    expectNoDifference(
      scene.press("<<"),
      [.send(.setPace(.epochsPerSecond(10))), .send(.setPace(.epochsPerSecond(5)))])
    for _ in 0..<20 { scene.press(">") }
    #expect(scene.state.pace == .maximum)
    #expect(scene.press(">").isEmpty)
    #expect(scene.state.notice?.text == "Training runs at full speed.")
    for _ in 0..<20 { scene.press("<") }
    #expect(scene.press("<").isEmpty)
    #expect(scene.state.notice?.text.hasSuffix(" is the slowest pace.") == true)
  }

  @Test func spaceSaysWhyNothingCanBePaused() {
    var early = Scene()
    #expect(early.press(" ").isEmpty)
    #expect(early.state.notice?.text == "There is nothing to pause yet.")
    var diverged = Scene.diverged()
    #expect(diverged.press(" ").isEmpty)
    #expect(diverged.state.notice?.text.contains("r starts again") == true)
  }

  @Test func savesWhenThereIsAModel() {
    var scene = Scene.training()
    expectNoDifference(scene.press("w"), [.save])
    _ = reduce(&scene.state, .saved(path: "models/digits.safetensors"))
    #expect(scene.state.notice == Notice("Saved to models/digits.safetensors.", tone: .good))
    _ = reduce(&scene.state, .saveFailed("models: no such folder; make it"))
    #expect(scene.state.notice?.tone == .bad)
    var early = Scene.trainingBase()
    #expect(early.press("w").isEmpty)
  }

  @Test func suspendingPausesAndComingBackGoesOn() {
    var scene = Scene.training()
    expectNoDifference(scene.press(.control("z")), [.send(.pause), .suspend])
    expectNoDifference(reduce(&scene.state, .terminal(.resumed)), [.redraw, .send(.resume)])
    #expect(scene.state.phase == .training)
  }

  @Test func suspendedWhilePausedItStaysPaused() {
    var scene = Scene.paused()
    expectNoDifference(scene.press(.control("z")), [.suspend])
    expectNoDifference(reduce(&scene.state, .terminal(.resumed)), [.redraw])
    #expect(scene.state.phase == .paused)
  }

  @Test func controlLDrawsEverythingAnew() {
    var scene = Scene.training()
    let before = scene.state
    expectNoDifference(scene.press(.control("l")), [.redraw])
    expectNoDifference(scene.state, before)
  }
}
