import Foundation
import SeededRandom
import Shift
import Testing

@testable import Experiments

@Suite struct RegressionResidualsTests {
  /// A line with noise: R2 is near .8.
  private func sample(_ rows: Int, seed: UInt64) -> (outputs: [Float], targets: [Double]) {
    var random = SeededGenerator(seed: seed)
    let targets = (0..<rows).map { _ in Double.random(in: -1...1, using: &random) + 100 }
    let outputs = targets.map {
      Float($0 + Double.random(in: -0.45...0.45, using: &random))
    }
    return (outputs, targets)
  }

  private func r2(_ sample: (outputs: [Float], targets: [Double])) -> Double {
    let mean = sample.targets.reduce(0, +) / Double(sample.targets.count)
    let errors = zip(sample.outputs, sample.targets).reduce(0) {
      $0 + pow(Double($1.0) - $1.1, 2)
    }
    return 1 - errors / sample.targets.reduce(0) { $0 + pow($1 - mean, 2) }
  }

  // Of rows that are drawn anew the R2 falls within the interval of 95 in a hundred samples; 60 samples are too
  // few to tell 90 % from 95 %, and enough to tell a width that is wrong by a third.
  @Test func theIntervalHoldsTheTruthAsOftenAsItSays() throws {
    let truth = r2(sample(50_000, seed: 1))
    var hits = 0
    for seed in 2..<62 {
      let one = sample(60, seed: UInt64(seed))
      let replicates = RegressionResiduals(outputs: one.outputs, targets: one.targets)
        .resampledR2(count: 399, seed: 0)
      let interval = try #require(Interval.percentiles(of: replicates))
      if interval.low <= truth, truth <= interval.high { hits += 1 }
    }
    #expect(hits >= 51)
  }

  @Test func groupsOfRowsHaveTheWidthOfRows() throws {
    let many = sample(8_000, seed: 3)
    let grouped = try #require(
      Interval.percentiles(
        of: RegressionResiduals(outputs: many.outputs, targets: many.targets).resampledR2(
          count: 399, seed: 0)))
    #expect(grouped.low < r2(many) && r2(many) < grouped.high)
    // A quarter of the rows has about twice the width.
    let few = (
      outputs: Array(many.outputs.prefix(2_000)), targets: Array(many.targets.prefix(2_000))
    )
    let whole = try #require(
      Interval.percentiles(
        of: RegressionResiduals(outputs: few.outputs, targets: few.targets).resampledR2(
          count: 399, seed: 0)))
    #expect((1.7...2.3).contains(whole.halfWidth / grouped.halfWidth))
  }

  @Test func withoutSpreadThereIsNoInterval() {
    let constant = RegressionResiduals(outputs: [1, 2, 3], targets: [5, 5, 5])
    #expect(Interval.percentiles(of: constant.resampledR2(count: 399, seed: 0)) == nil)
    #expect(RegressionResiduals(outputs: [], targets: []).resampledR2(count: 399, seed: 0).isEmpty)
  }
}
