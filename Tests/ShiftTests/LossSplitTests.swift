import Foundation
import Shift
import Testing

/// Temperatures and the split of a rise of loss against scipy and numpy (`Fixtures/make_effects.py`).
@Suite struct LossSplitTests {
  struct Effects: Decodable {
    struct Temperature: Decodable {
      let logits: [Double]
      let classes: Int
      let labels: [Int32]
      let temperature: Double
    }
    struct Split: Decodable {
      struct Learning: Decodable {
        let ofCurrent: [[Double]]
        let expected: [[[Double]]]
      }
      let losses: [[Double]]
      let learnings: [Learning]
      let rise: Double
      let inputs: Double
      let labels: Double
      let low: Double
      let high: Double
      let effective: [Double]
    }
    let temperatures: [Temperature]
    let splits: [Split]
  }

  private let effects: Effects

  init() throws {
    effects = try Fixture.read("effects")
  }

  @Test func temperaturesAreThoseThatScipyFinds() throws {
    for one in effects.temperatures {
      let found = try #require(
        TemperatureScaling.fit(
          logits: one.logits, classes: one.classes, labels: one.labels, lowest: 0.01))
      #expect(isClose(found, one.temperature, relative: 1e-6))
      let usual = TemperatureScaling.fit(
        logits: one.logits, classes: one.classes, labels: one.labels)
      #expect(isClose(usual, max(1, one.temperature), relative: 1e-6))
    }
  }

  @Test func temperaturesHaveEnds() {
    // All right: the surer the better. All wrong: nothing is soft enough.
    #expect(TemperatureScaling.fit(logits: [3, 0, 0, 3], classes: 2, labels: [0, 1]) == 1)
    #expect(
      TemperatureScaling.fit(logits: [3, 0, 0, 3], classes: 2, labels: [1, 0])
        == TemperatureScaling.highest)
    #expect(TemperatureScaling.fit(logits: [], classes: 2, labels: []) == nil)
    #expect(TemperatureScaling.fit(logits: [1, 2], classes: 2, labels: [-1]) == nil)
    #expect(TemperatureScaling.fit(logits: [.nan, 2], classes: 2, labels: [0]) == nil)
  }

  @Test func splitsAreNumpys() throws {
    for one in effects.splits {
      let split = try #require(
        LossSplit(
          one.learnings.map { learning in
            Paired(
              reference: rows(one.losses[0], learning.ofCurrent[0], learning.expected[0]),
              current: rows(one.losses[1], learning.ofCurrent[1], learning.expected[1]))
          }))
      #expect(isClose(split.rise.value, one.rise, relative: 1e-12))
      #expect(isClose(split.inputs.value, one.inputs, relative: 1e-10))
      #expect(isClose(split.labels.value, one.labels, relative: 1e-10))
      #expect(
        isClose(split.inputs.value + split.labels.value, split.rise.value, relative: 1e-12))
      #expect(isClose(split.effectiveRows.reference, one.effective[0], relative: 1e-12))
      #expect(isClose(split.effectiveRows.current, one.effective[1], relative: 1e-12))
      let interval = try #require(split.labels.interval)
      #expect(abs(interval.low - one.low) < 0.06 * (one.high - one.low))
      #expect(abs(interval.high - one.high) < 0.06 * (one.high - one.low))
    }
  }

  private func rows(
    _ losses: [Double], _ ofCurrent: [Double], _ expected: [[Double]]
  ) -> [LossRow] {
    losses.indices.map {
      LossRow(
        loss: losses[$0], logOdds: log(ofCurrent[$0] / (1 - ofCurrent[$0])),
        expected: Paired(reference: expected[0][$0], current: expected[1][$0]))
    }
  }

  @Test func aTemperatureLeavesSharesAsTheyAre() throws {
    // Log-odds of 3 and -3 where 1 and -1 are right, and one row in ten is of the second class.
    let rows = [(odds: 1.0, second: 232, of: 1000), (odds: -1.0, second: 39, of: 1000)]
    var logits: [Double] = []
    var labels: [Int32] = []
    for row in rows {
      for place in 0..<row.of {
        logits += [0, 3 * row.odds]
        labels.append(place < row.second ? 1 : 0)
      }
    }
    let found = try #require(
      TemperatureScaling.fit(
        logits: logits, classes: 2, offsets: [0, log(1.0 / 9)], labels: labels, lowest: 0.1))
    #expect(isClose(found, 3, relative: 0.01))
  }

  @Test func rowsFarFromTheOtherSampleKeepTheirWeight() throws {
    func sample(_ logOdds: Double) -> [LossRow] {
      [0, 1].map {
        LossRow(loss: $0, logOdds: logOdds, expected: Paired(reference: 0.5, current: 0.5))
      }
    }
    // Where 1 less the probability would be exactly 0.
    let split = LossSplit([Paired(reference: sample(-40), current: sample(40))])
    #expect(split?.effectiveRows == Paired(reference: 2, current: 2))
  }

  @Test func whatIsNotFiniteHasNoSplit() {
    func split(_ loss: Double, _ expected: Double) -> LossSplit? {
      let rows = [
        LossRow(loss: loss, logOdds: 0, expected: Paired(reference: expected, current: expected))
      ]
      return LossSplit([Paired(reference: rows, current: rows)], seed: .max)
    }
    #expect(split(1, 1) != nil && split(.infinity, 1) == nil && split(1, .nan) == nil)
  }

  @Test func resamplesWithoutWeightTellNothingOfTheLabels() throws {
    let rows = { (logOdds: [Double]) in
      logOdds.map { LossRow(loss: 1, logOdds: $0, expected: Paired(reference: 0, current: 1)) }
    }
    // Every fourth resample or so has only rows that the other sample has none of.
    let split = try #require(
      LossSplit([
        Paired(reference: rows([0, -800]), current: rows([800]))
      ]))
    let interval = try #require(split.labels.interval)
    #expect(interval.low == -1 && interval.high == 0)
  }

  @Test func withoutRowsOrWeightsThereIsNoSplit() {
    #expect(LossSplit([]) == nil)
    #expect(LossSplit([Paired(reference: [], current: [])]) == nil)
    let apart = LossSplit([
      Paired(
        reference: rows([0, 1], [0, 0], [[0, 0], [0, 0]]),
        current: rows([1, 1], [1, 1], [[0, 0], [0, 0]]))
    ])
    #expect(apart == nil)
    let half = LossSplit([
      Paired(
        reference: rows([0, 1], [0, 0], [[0, 0], [0, 0]]),
        current: rows([1, 1], [0.5, 1], [[0, 0], [0, 0]]))
    ])
    #expect(half?.effectiveRows == Paired(reference: 0, current: 1))
  }

  @Test func whereNoLossChangesProbabilitiesDoNotMatter() throws {
    // The loss follows from the input alone, which is 0 or 1, in both samples alike: whatever c is, nothing is the
    // labels' doing.
    func sample(_ ones: Int, _ logOdds: (Int) -> Double) -> [LossRow] {
      (0..<100).map { row in
        let loss = row < ones ? 1.0 : 0
        return LossRow(
          loss: loss, logOdds: logOdds(row), expected: Paired(reference: loss, current: loss))
      }
    }
    let split = try #require(
      LossSplit([
        Paired(reference: sample(20) { _ in -1 }, current: sample(70) { $0 < 50 ? -2 : 2 })
      ]))
    #expect(split.labels.value == 0 && isClose(split.inputs.value, 0.5, relative: 1e-12))
  }
}
