import Runs
import Shift
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct StatusLineTests {
  private func text(_ scene: Scene, showsLoss: Bool = false) -> [String] {
    StatusLine(state: scene.state, showsLoss: showsLoss).items(theme: .dark, glyphs: .braille)
      .map { $0.spans.map(\.text).joined() }
  }

  @Test func everyNumberHasItsName() {
    let items = text(.withGhost())
    let names = [
      "test ", "to ghost ", "over-fit gap ", "shift gap ", "zeros ", "dead ", "calibration ",
      "cells cut ", "warnings ",
    ]
    #expect(items.count == names.count)
    for (item, name) in zip(items, names) { #expect(item.hasPrefix(name)) }
  }

  @Test func whereThereIsLittleRoomLessIsSaidOfEachBeforePiecesGo() {
    func line(_ width: Int) -> String {
      let lines = Scene.withGhost().screen(Size(width: width, height: 36)).text
        .split(separator: "\n")
      return lines.first { $0.contains("shift gap") }.map(String.init) ?? ""
    }
    #expect(line(200).contains("over-fit gap +.041 ±.0") && line(200).contains("in settings"))
    #expect(line(120).contains("over-fit gap +.041 ±.0") && !line(120).contains("in settings"))
    #expect(line(100).contains("over-fit gap +.041") && !line(100).contains("+.041 ±"))
    #expect((100..<120).contains { line($0).contains("zeros") && !line($0).contains("+.041 ±") })
  }

  @Test func seriesAreCountedAsSuch() {
    let summary = DataSummary(
      rows: [.train: 154, .test: 1], steps: 12, features: ["t"], inputs: 1, task: .regression,
      target: "y", classes: [], constantColumns: [], clippedCells: [:], warnings: [])
    var scene = Scene()
    scene.update(events: [.data(summary)])
    #expect(text(scene).last == "train 154 series, test 1 series, 1 feature")
    let fixed = FixedSettings(state: scene.state).rows.map(\.value)
    #expect(fixed.contains("154 series"))
  }

  @Test func warningsOfTheBaseCountAndThoseOfTestComeFirst() {
    var scene = Scene.training()
    scene.state.data?.warnings = [
      "source: 3 columns are constant", "test: 9 scaled cells were cut",
    ]
    scene.state.base?.warnings = ["the base diverged after epoch 2"]
    #expect(text(scene).contains("warnings 3 in settings"))
    #expect(scene.state.warnings.first == "test: 9 scaled cells were cut")
  }

  @Test func beforeTheFirstEpochTheOverfitGapIsTheBases() {
    var scene = Scene.trainingBase()
    scene.makeBase()
    scene.begin()
    #expect(text(scene).contains("over-fit gap +.037 ±.08"))  // .99 of train, .953 of validation
  }

  @Test func theIntervalIsWilsons() throws {
    let state = Scene.training().state
    let interval = try #require(Interval.wilson(successes: 139, of: 597))
    let halfWidth = try #require(state.halfWidth(of: Metrics(loss: 1, accuracy: 139.0 / 597)))
    #expect(abs(halfWidth - interval.halfWidth) < 1e-15)
    #expect(state.halfWidth(of: Metrics(loss: 1, accuracy: .nan)) == nil)
    #expect(state.halfWidth(of: Metrics(loss: 1, accuracy: 7)) != nil)
    #expect(Scene.regression().state.run?.test.flatMap { state.halfWidth(of: $0) } == nil)
  }

  @Test func regressionTellsItsErrorInTheTargetsUnits() {
    let items = text(.regression())
    #expect(items.contains { $0.hasPrefix("test R2 ") })
    #expect(items.contains { $0.hasPrefix("RMSE ") })
  }

  @Test(arguments: [
    (0.6, 1e-9, "drifted"), (0.05, 1e-9, "moved a little"), (0.6, 0.2, "too few to tell"),
    (0.02, 0.2, "no drift seen"),
  ])
  func verdicts(effect: Double, p: Double, verdict: String) {
    let drift = FeatureDrift(
      name: "x", kind: .numeric,
      ks: KolmogorovSmirnov(statistic: effect, p: p / 10, isAsymptotic: false), pAdjusted: p,
      drifted: p < 0.05 && effect >= 0.1)
    #expect(drift.verdict.words == verdict)
    #expect(FeatureDrift(name: "x", kind: .numeric).verdict.words == "not comparable")
  }
}
