import Runs
import Shift
import Testing

@testable import Dashboard

/// What the first sentence makes of the gap between validation and test.
@Suite struct HintTests {
  private func hint(_ scene: Scene) -> String { Narration.hint(scene.state).text }

  private func score(validation: Double, test: Double, in scene: inout Scene) {
    guard var record = scene.state.run?.latest else { return }
    record.epoch += 1
    record.validation = scene.metrics(0.1, validation)
    record.test = scene.metrics(0.1, test)
    scene.update(events: [.epoch(record)])
  }

  @Test func speaksOfAShiftWhereFeaturesHaveDrifted() {
    #expect(hint(.training()).hasPrefix("The data has shifted: validation .9"))
  }

  @Test func noFeatureHasDrifted() {
    var scene = Scene.training()
    var inputs = Scene.inputs(.train)
    for index in inputs.features.indices { inputs.features[index].drift.drifted = false }
    scene.update(inputs: [inputs])
    #expect(hint(scene).contains(", though no feature alone has drifted. Press 1"))
    #expect(!hint(scene).contains("shifted"))
  }

  /// Wilson's half-widths of 29 of 30 and 537 of 597 are .08 and .02: a gap of .06 is within them.
  @Test func fewRowsMayBeChance() {
    var scene = Scene.training()
    score(validation: 0.96, test: 0.9, in: &scene)
    #expect(
      hint(scene).hasPrefix(
        "Validation .96, test .90: with 30 validation rows that may be chance. Press 1"))
  }

  @Test func withoutAGapItNamesTheKeys() {
    var scene = Scene.training()
    score(validation: 0.9, test: 0.9, in: &scene)
    #expect(hint(scene).hasPrefix("No penalty acts. Press 1"))
  }

  @Test func regressionNamesItsScore() {
    #expect(hint(.regression()).contains("validation R2 .9"))
  }
}
