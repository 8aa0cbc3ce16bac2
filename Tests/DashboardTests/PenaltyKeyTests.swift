import CustomDump
import Runs
import TerminalUI
import Testing

@testable import Dashboard

/// The keys that alter a setting: the screen shows it at once, the trainer is told.
@Suite struct PenaltyKeyTests {
  private func expect(
    _ key: String, asksFor setting: Setting, in scene: Scene = .training(),
    at location: SourceLocation = #_sourceLocation
  ) {
    var scene = scene
    var expected = scene.state
    expected.notice = nil
    let isNew = expected.settings.wish(setting)
    #expect(isNew, sourceLocation: location)
    let effects = scene.press(key)
    expectNoDifference(scene.state, expected)
    expectNoDifference(effects, [.send(.set(setting))])
  }

  @Test func penaltiesSwitchOnWithTheStrengthTheyHave() {
    expect("1", asksFor: .l1(Strength(value: 1e-3, isOn: true)))
    expect("2", asksFor: .l2(Strength(value: 1e-3, isOn: true)))
  }

  @Test func switchedOffAPenaltyKeepsItsStrength() {
    var scene = Scene.training()
    scene.press("]")
    #expect(scene.state.settings.wished.penalty.l1 == Strength(value: 3e-3, isOn: true))
    expect("1", asksFor: .l1(Strength(value: 3e-3, isOn: false)), in: scene)
  }

  @Test func strengthKeysMoveByHalfADecadeAndSwitchOn() {
    expect("]", asksFor: .l1(Strength(value: 3e-3, isOn: true)))
    expect("[", asksFor: .l1(Strength(value: 3e-4, isOn: true)))
    expect("}", asksFor: .l2(Strength(value: 3e-3, isOn: true)))
    expect("{", asksFor: .l2(Strength(value: 3e-4, isOn: true)))
  }

  @Test func learningRateMovesByHalfADecade() {
    expect(",", asksFor: .learningRate(3e-4))
    expect(".", asksFor: .learningRate(3e-3))
  }

  @Test func atTheEndOfTheRangeNothingIsAsked() {
    var scene = Scene.training()
    for _ in 0..<40 { scene.press("]") }
    var before = scene.state
    #expect(scene.press("]").isEmpty)
    before.notice = Notice(
      "L1 \(NumberText.strength(Strength.maximum)) is as high as it goes.")
    expectNoDifference(scene.state, before)
    #expect(before.settings.wished.penalty.l1.value == Strength.maximum)
  }

  @Test func settingsPanelAltersTheSelectedRow() {
    var scene = Scene.training()
    scene.press(.function(2))
    #expect(scene.state.focus == .settings)
    expectNoDifference(
      scene.press(.right), [.send(.set(.l1(Strength(value: 3e-3, isOn: true))))])
    expectNoDifference(
      scene.press(.down, .left), [.send(.set(.l2(Strength(value: 3e-4, isOn: true))))])
    expectNoDifference(scene.press("jh"), [.send(.set(.learningRate(3e-4)))])
    expectNoDifference(scene.press("jl"), [.send(.set(.l1Mode(.subgradient)))])
    expectNoDifference(scene.press("jl"), [.send(.set(.pull(.base)))])
    expectNoDifference(scene.press("jl"), [.send(.setPace(.epochsPerSecond(20)))])
    #expect(scene.state.settingRow == .pace)
    scene.press("jjjkk")
    #expect(scene.state.settingRow == .l1Mode)
    scene.press(.home)
    #expect(scene.state.settingRow == .l1)
    scene.press(.end)
    #expect(scene.state.settingRow == .pace)
  }

  @Test func whatWasAskedIsPendingUntilItTakesEffect() {
    var scene = Scene.training()
    scene.press("1")
    let setting = Setting.l1(Strength(value: 1e-3, isOn: true))
    #expect(scene.state.settings.pending == [setting])
    scene.takeEffect()
    #expect(scene.state.settings.pending.isEmpty)
    #expect(scene.state.run?.changes.map(\.change.new) == [setting])
  }

  @Test func askedAndTakenBackBeforeABatchNothingIsPending() {
    var scene = Scene.training()
    scene.press("11")
    #expect(scene.state.settings.pending.isEmpty)
  }

  @Test func aChangeNobodyAskedForIsTakenOver() {
    var scene = Scene.training()
    let change = Change(
      epoch: 35, batch: 1, old: .learningRate(1e-3), new: .learningRate(1e-4))
    scene.update(events: [.changed(change)])
    #expect(scene.state.settings.wished.learningRate == 1e-4)
    #expect(scene.state.settings.pending.isEmpty)
  }

  @Test func aRestartTakesThePresentSettings() {
    var scene = Scene.training()
    scene.press("1r")
    scene.begin(2, origin: .sameSeed)
    #expect(scene.state.settings.pending.isEmpty)
    #expect(scene.state.settings.inForce?.penalty.l1.isOn == true)
  }
}
