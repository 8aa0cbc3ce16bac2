import Runs
import Shift
import TerminalUI
import Testing

@testable import Dashboard

/// What stays for a while, so that it can be read while training goes on.
@Suite struct CalmTests {
  private func use(_ value: Double) -> [Double] { Scene.names.map { _ in value } }

  private func look(_ scene: Scene, use: [Double]) throws -> ModelSnapshot {
    var look = try #require(scene.state.model)
    look.use = use
    return look
  }

  @Test func aLookStaysForThreeUpdates() throws {
    var scene = Scene.training()
    let (one, two, three) = (
      try look(scene, use: use(0.1)), try look(scene, use: use(0.2)),
      try look(scene, use: use(0.3))
    )
    scene.update(model: one)
    #expect(scene.state.model == one)
    scene.update(model: two)
    scene.update(model: three)
    #expect(scene.state.model == one)
    scene.update()
    #expect(scene.state.model == three)
  }

  @Test(arguments: [" ", "end", "v"])
  func whatIsNewShowsAtOnce(_ what: String) throws {
    var scene = Scene.training()
    scene.update(model: try look(scene, use: use(0.1)))
    var next = try look(scene, use: use(0.2))
    switch what {
    case " ":
      scene.update(model: next)
      scene.press(" ")
    case "end":
      scene.update(model: next)
      scene.end()
    default:
      scene.press("v")
      next.observed = Scene.hidden().state.model?.observed
      scene.update(model: next)
    }
    #expect(scene.state.model == next)
  }

  /// Numbers, order and sentence are of the same look, also while training goes on.
  @Test func theListStandsAsItsNumbersSay() throws {
    var scene = Scene.training()
    scene.press("bb")
    #expect(scene.state.shownOrder == .use)
    for shift in 1...20 {
      let newUse = Scene.names.indices.map { Double($0 * 7 * shift % 64) / 64 }
      scene.update(model: try look(scene, use: newUse))
      let shown = try #require(scene.state.model?.use)
      #expect(
        scene.state.rankedFeatures.map { scene.state.use[$0.drift.name] } == shown.sorted(by: >))
      let drifts = try #require(scene.state.distributions?.features.map(\.drift))
      #expect(
        scene.state.featureSentence == DriftSentence.features(drifts, use: scene.state.use))
    }
  }

  /// A step goes to the row below, whatever came since the last one; numbers and sentence are the newest.
  @Test func theOrderIsHeldWhileOneStepsThroughTheList() throws {
    var scene = Scene.training()
    scene.press("bb")
    scene.press(.home)
    let order = scene.state.rankedFeatures.map(\.drift.name)
    #expect(!scene.screen().text.contains("by use · held"))
    let newUse = Scene.names.indices.map { Double($0 * 7 % 64) / 64 }
    for place in 1...5 {
      scene.press("n")
      #expect(scene.state.selections[.inputs] == order[place])
      for _ in 0..<DashboardState.updatesPerLook {
        scene.update(model: try look(scene, use: newUse))
      }
      #expect(scene.state.rankedFeatures.map(\.drift.name) == order)
      #expect(scene.state.model?.use == newUse)
      #expect(scene.screen().text.contains("by use · held"))
    }
    for _ in 0..<DashboardState.updatesPerStep { scene.update() }
    #expect(
      scene.state.rankedFeatures.map { scene.state.use[$0.drift.name] } == newUse.sorted(by: >))
    #expect(!scene.screen().text.contains("held"))
  }

  @Test(arguments: [" ", "end", "b"])
  func thenTheyStandInOrderAtOnce(_ what: String) throws {
    var scene = Scene.training()
    let newUse = Scene.names.indices.map { Double($0 * 7 % 64) / 64 }
    scene.press("np")
    for _ in 0..<DashboardState.updatesPerLook {
      scene.update(model: try look(scene, use: newUse))
    }
    #expect(scene.state.rankings[.inputs]?.isHeld == true)
    switch what {
    case " ": scene.press(" ")
    case "end": scene.end()
    default: scene.press("bbbbb")
    }
    let scores = scene.state.rankedFeatures.map {
      $0.drift.effectSize * (scene.state.use[$0.drift.name] ?? 0)
    }
    #expect(scores == scores.sorted(by: >))
    #expect(scene.state.model?.use == newUse)
  }

  /// The ridge in front is followed by the next when the run is some hundredths longer.
  @Test func theFrontRidgeStaysForAWhile() {
    #expect(EpochRidges.settled([]) == [])
    #expect(EpochRidges.settled(Array(1...19)) == Array(1...19))
    var changes = 0
    var front = 0
    for newest in 100...400 {
      let settled = EpochRidges.settled(Array(1...newest))
      if settled.last != front { changes += 1 }
      front = settled.last ?? 0
      #expect(front <= newest && front > newest - newest / 10)
    }
    #expect(changes <= 32)
  }
}
