import Runs
import Shift
import TerminalUI
import Testing

@testable import Dashboard

/// Whether the difference to the ghost is more than chance: the band, and the words.
@Suite struct GhostComparisonTests {
  /// A run with L1 from the start over one without.
  private func penalised(origin: RunHeader.Origin = .sameSeed, epochs: Int = 30) -> Scene {
    var scene = Scene.training()
    scene.press("1")
    scene.press(origin == .sameSeed ? "r" : "R")
    scene.begin(2, origin: origin)
    scene.train(epochs: epochs)
    return scene
  }

  @Test func theBandLiesAroundTheGhostAndTheRunLeavesItWhenItIsBetter() throws {
    let state = penalised().state
    let band = try #require(state.ghostComparison.band)
    let ghost = try #require(state.ghost)
    #expect(band.points.map(\.x) == (1...30).map(Double.init))
    for point in band.points {
      let score = try #require(ghost.score.test.value(at: point.x))
      #expect(point.low < score && score < point.high)
    }
    let (last, now) = (try #require(band.points.last), try #require(state.run?.test?.score))
    #expect(now > last.high)
    #expect(try #require(state.pairedDifference).isReal)
  }

  @Test func countsAreThoseOfTheRows() throws {
    let scene = penalised()
    let (run, ghost) = (try #require(scene.state.run), try #require(scene.state.ghost))
    let (own, others) = (try #require(run.outcomes[30]), try #require(ghost.outcomes[30]))
    guard case .correct(let right) = own.values, case .correct(let before) = others.values else {
      Issue.record("bits were kept")
      return
    }
    func isSet(_ words: [UInt64], _ row: Int) -> Bool {
      words[row / 64] & (1 << UInt64(row % 64)) != 0
    }
    let test = try #require(scene.state.pairedDifference?.discordant)
    #expect(test.gained == (0..<597).count { isSet(right, $0) && !isSet(before, $0) })
    #expect(test.lost == (0..<597).count { !isSet(right, $0) && isSet(before, $0) })
  }

  @Test func theSentenceTellsPAndRows() throws {
    let scene = penalised()
    let test = try #require(scene.state.pairedDifference?.discordant)
    let notice = Narration.sentence(for: scene.state)
    #expect(
      notice.text.hasSuffix(
        "above run 1 at the same epoch (p<1e-9, \(test.gained) rows gained, \(test.lost) lost)."))
    #expect(notice.tone == .good)
  }

  @Test func whatMayBeChanceIsSaidToBe() throws {
    var scene = Scene.training()
    scene.press("r")
    scene.begin(2, origin: .sameSeed)
    scene.train(epochs: 20)
    let same = try #require(scene.state.pairedDifference)
    #expect(same.p == 1 && same.difference == 0 && !same.isReal)
    let said = Narration.evidence(for: same, in: scene.state)
    #expect(said.long == "all answered alike" && said.short == "all answered alike")
    let chance = Narration.evidence(
      for: PairedDifference(gained: 20, lost: 16, of: 597), in: scene.state)
    #expect(chance.long == "p .51, 20 rows gained, 16 lost, may be chance")
    let errors = PairedDifference(
      gains: [0.1, 0.2, 0.3, -0.1], resamples: Resamples(rows: 4, count: 99, seed: 0))
    #expect(Narration.evidence(for: errors, in: scene.state).long.hasPrefix("p "))
  }

  @Test func ofAnotherSeedThereIsNoBand() {
    var scene = penalised(origin: .nextSeed)
    #expect(scene.state.ghostComparison.band == nil && scene.state.pairedDifference == nil)
    #expect(scene.state.ghost != nil)
    let row = scene.screen().text
    #expect(row.contains("test, another seed") && !row.contains("by chance"))
    // With the ghost off there is nothing to compare with either.
    scene = penalised()
    #expect(scene.screen().text.contains("by chance"))
    scene.press("g")
    #expect(scene.state.ghost == nil && scene.state.ghostComparison == GhostComparison())
  }

  @Test func pastTheGhostsEndNothingIsSaidOfChance() {
    let scene = penalised(epochs: 60)
    #expect(scene.state.ghost?.epoch == 34)
    #expect(scene.state.ghostComparison.newest?.epoch == 34)
    #expect(scene.state.pairedDifference == nil)
  }

  @Test func theBandIsSmoothedWithTheCurves() throws {
    var scene = penalised()
    let before = try #require(scene.state.ghostComparison.band)
    scene.press("s")
    let smoothed = try #require(scene.state.ghostComparison.band)
    #expect(smoothed.points.count == before.points.count && smoothed != before)
  }

  @Test func errorsAreComparedByResampling() throws {
    var scene = Scene.regression()
    scene.press("1")
    scene.press("r")
    scene.begin(2, origin: .sameSeed)
    scene.train(epochs: 12)
    let difference = try #require(scene.state.pairedDifference)
    #expect(difference.discordant == nil && difference.isReal && difference.difference > 0)
    #expect(scene.state.ghostComparison.band?.points.count == 12)
  }

  @Test func longRunsKeepEverySecondEpochAndComparisonsHoldToThose() throws {
    var history = OutcomeHistory()
    let rows = RowOutcomes(rows: 1, values: .correct([1]))
    for epoch in 1...1000 where epoch.isMultiple(of: RowOutcomes.epochStride(at: epoch)) {
      history.append(rows, epoch: epoch)
    }
    #expect(history.entries.map(\.epoch) == Array(stride(from: 4, through: 1000, by: 4)))
    #expect(history[8] == rows && history[6] == nil && history[2000] == nil)
    #expect(history.entries(after: 996).map(\.epoch) == [1000])
    // The last epoch of a run is kept until the run goes on.
    history.append(rows, epoch: 1002)
    #expect(history[1002] == rows)
    history.append(rows, epoch: 1004)
    #expect(history[1002] == nil && history[1004] == rows)
  }
}
