import Datasets
import Foundation
import SeededRandom
import Shift
import Testing

@testable import Experiments

/// The split of a gap where its truth is known.
@Suite struct GapTests {
  /// Rows of two inputs with the loss of a model that errs where the first is high.
  private struct Rows {
    var data: SplitData
    var losses: [Double]
  }

  /// Draws rows whose first input has moved by `shift`, and of which the model gets as many wrong as `error` says
  /// of that input.
  private func rows(
    _ count: Int, shift: Double, seed: UInt64, error: (Double) -> Double
  ) -> Rows {
    var random = SeededGenerator(seed: seed)
    var values: [Float] = []
    var losses: [Double] = []
    for _ in 0..<count {
      let first = random.normal() + shift
      values += [Float(first), Float(random.normal())]
      losses.append(Double.random(in: 0..<1, using: &random) < error(first) ? 1 : 0)
    }
    return Rows(
      data: SplitData(
        matrix: FeatureMatrix(rows: count, columns: 2, values: values),
        target: .classes([Int32](repeating: 0, count: count))), losses: losses)
  }

  private func split(_ reference: Rows, _ current: Rows) throws -> LossSplit {
    try #require(
      LossSplit(
        losses: Paired(reference: reference.losses, current: current.losses),
        inputs: Paired(reference: reference.data.matrix, current: current.data.matrix)))
  }

  @Test func inputsThatMoveAloneAreTheInputsDoing() throws {
    let error = { (x: Double) in x > 0.5 ? 0.6 : 0.05 }
    let split = try split(
      rows(900, shift: 0, seed: 1, error: error), rows(700, shift: 0.8, seed: 2, error: error))
    #expect(split.rise.value > 0.1)
    #expect(abs(split.labels.value) < 0.25 * split.rise.value)
    let (inputs, labels) = (
      try #require(split.inputs.interval), try #require(split.labels.interval)
    )
    #expect(inputs.low > 0 && labels.low < 0 && labels.high > 0)
    #expect(split.effectiveRows.reference > 300)
  }

  @Test func labelsThatChangeAloneAreTheLabelsDoing() throws {
    let split = try split(
      rows(900, shift: 0, seed: 3) { _ in 0.1 }, rows(700, shift: 0, seed: 4) { _ in 0.35 })
    #expect(split.rise.value > 0.15)
    #expect(abs(split.inputs.value) < 0.1 * split.rise.value)
    let (inputs, labels) = (
      try #require(split.inputs.interval), try #require(split.labels.interval)
    )
    #expect(labels.low > 0 && inputs.low < 0.03 && inputs.high > -0.03)
    // One distribution: nearly every row tells.
    #expect(split.effectiveRows.current > 600)
  }

  @Test func samplesApartHaveNothingInCommon() throws {
    let split = try split(
      rows(300, shift: 0, seed: 5) { _ in 0.1 }, rows(300, shift: 9, seed: 6) { _ in 0.1 })
    #expect(split.effectiveRows.reference < 100)
  }

  @Test func whatIsLearnedFollowsFromItsSeed() {
    let (one, other) = (
      rows(60, shift: 0, seed: 7) { _ in 0.5 }, rows(40, shift: 1, seed: 8) { _ in 0.5 }
    )
    let samples = Paired(reference: one.data, current: other.data)
    let losses = Paired(reference: one.losses, current: other.losses)
    let first = LossRow.learned(losses, samples, seed: 1)
    #expect(first == LossRow.learned(losses, samples, seed: 1))
    #expect(first != LossRow.learned(losses, samples, seed: 2))
    #expect(first.count == 5 && first[0] != first[1])
    #expect(first.allSatisfy { $0.reference.count == 60 && $0.current.count == 40 })
    #expect((first[0].reference + first[0].current).allSatisfy { $0.logOdds.isFinite })
    let alone = Paired(reference: one.data.selecting(rows: [0]), current: other.data)
    #expect(
      LossRow.learned(Paired(reference: [1], current: other.losses), alone, seed: 0).isEmpty)
  }

  @Test(arguments: [0.5, 2, 3])
  func unequalSizesDoNotLeanTheOdds(tooSure: Double) throws {
    // Rows whose log-odds are 1 and -1 in truth: of the reference 26.9 % are of the first kind, of the other 73.1 %.
    let counts = Paired(reference: 10_000, current: 1000)
    let truth = [(1.0, 2689), (-1, 7311), (1, 731), (-1, 269)].flatMap { odds, count in
      [Double](repeating: odds, count: count)
    }
    let found = LossRow.logOdds(of: truth.map { log(0.1) + tooSure * $0 }, counts)
    #expect(zip(found, truth).allSatisfy { abs($0 - $1) < 0.01 })
  }

  @Test func equalRowsOfASampleAreSplitAsAnyOthers() throws {
    let many = rows(400, shift: 0, seed: 12) { _ in 0.3 }
    for count in [2, 4] {
      let same = Rows(
        data: many.data.selecting(rows: [Int](repeating: 0, count: count)),
        losses: [Double](repeating: 1, count: count))
      let split = try split(same, many)
      #expect(split.labels.value.isFinite && split.inputs.value.isFinite)
      #expect(try #require(split.labels.interval).low.isFinite)
    }
  }

  @Test func aFileHasNoGapToItself() throws {
    let rows = rows(200, shift: 0, seed: 9) { _ in 0.3 }
    let split = try split(rows, rows)
    #expect(split.rise.value == 0)
    #expect(abs(split.inputs.value) < 0.01 && abs(split.labels.value) < 0.01)
    #expect(split.effectiveRows.reference > 190)
  }
}
