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
      let losses: [[Double]]
      let ofCurrent: [[Double]]
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
          losses: Paired(reference: one.losses[0], current: one.losses[1]),
          ofCurrent: Paired(reference: one.ofCurrent[0], current: one.ofCurrent[1])))
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

  @Test func withoutRowsOrWeightsThereIsNoSplit() {
    let none = Paired<[Double]>(reference: [], current: [])
    #expect(LossSplit(losses: none, ofCurrent: none) == nil)
    let apart = LossSplit(
      losses: Paired(reference: [0, 1], current: [1, 1]),
      ofCurrent: Paired(reference: [0, 0], current: [1, 1]))
    #expect(apart == nil)
  }
}
