import Runs
import Shift
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct HistoryTests {
  @Test func curvesBeginWithTheBaseAtEpochZero() throws {
    let run = try #require(Scene.training().state.run)
    #expect(run.score.test.points.first == CurvePoint(x: 0, y: 0.233))
    #expect(run.loss.train.points.first == CurvePoint(x: 0, y: 0.06))
    #expect(run.loss.train.points.count == 35)
  }

  @Test func trainCurveIsTheDataLossAlone() throws {
    let run = try #require(Scene.withGhost().state.run)
    let latest = try #require(run.latest)
    #expect(latest.penalty > 0)
    #expect(run.loss.train.last == latest.train.loss)
  }

  @Test func epochsWithoutAnEvaluationKeepTheLastScore() throws {
    var scene = Scene.training()
    var record = try #require(scene.state.run?.latest)
    let before = scene.state.run?.test
    record.epoch += 1
    record.validation = nil
    record.test = nil
    scene.update(events: [.epoch(record)])
    #expect(scene.state.run?.test == before)
    #expect(scene.state.run?.score.test.points.count == 35)
  }

  @Test func aRunWithoutAnEpochLeavesNoGhost() {
    var scene = Scene.training()
    scene.begin(2, origin: .sameSeed)
    scene.begin(3, origin: .sameSeed)
    #expect(scene.state.earlierRuns.map(\.number) == [1])
    #expect(scene.state.ghost?.number == 1)
  }

  @Test func onlySoManyEarlierRunsAreKept() {
    var scene = Scene.training()
    for number in 2...20 {
      scene.begin(number, origin: .sameSeed)
      scene.train(epochs: 1)
    }
    #expect(scene.state.earlierRuns.count == DashboardState.maximumEarlierRuns)
    #expect(scene.state.ghost?.number == 19)
  }

  @Test func marksStandWithinTheirEpoch() {
    let change = Change(epoch: 3, batch: 6, old: .l1(.off), new: .l1(.off))
    #expect(ChangeMark(change: change, scoreBefore: nil).place(batchesPerEpoch: 10) == 2.5)
    #expect(ChangeMark(change: change, scoreBefore: nil).place(batchesPerEpoch: 0) == 3)
  }

  @Test func aLateLookAtAnEarlierRunIsPassedOver() {
    var scene = Scene.training()
    let late = scene.state.model
    scene.begin(2, origin: .sameSeed)
    scene.look()
    let present = scene.state.model
    scene.update(model: late)
    scene.settle()
    #expect(scene.state.model == present)
  }

  @Test func onlyTheRowsThatAreSeenAreMade() {
    #expect(FeatureList.window(around: 0, of: 64, in: 10) == 0..<10)
    #expect(FeatureList.window(around: 30, of: 64, in: 10) == 25..<35)
    #expect(FeatureList.window(around: 63, of: 64, in: 10) == 54..<64)
    #expect(FeatureList.window(around: 2, of: 3, in: 10) == 0..<3)
    #expect(FeatureList.window(around: 0, of: 0, in: 10).isEmpty)
    #expect(FeatureList.window(around: 5, of: 64, in: 0).isEmpty)
    #expect(FeatureList.window(around: 5, of: 64, in: -1).isEmpty)
  }

  @Test func ratesAreShownCalmly() {
    var rate = SteadyRate()
    rate.follow(100)
    rate.follow(105)
    #expect(rate.shown == 100)
    rate.follow(120)
    #expect(rate.shown == 120)
    rate.follow(.nan)
    rate.follow(nil)
    #expect(rate.shown == 120)
  }
}
