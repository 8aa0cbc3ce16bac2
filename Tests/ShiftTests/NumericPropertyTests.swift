import Foundation
import Shift
import Testing

@Suite struct NumericPropertyTests {
  @Test(arguments: [1e-290, 1e-200, 1, 1e200, 1e300])
  func theNormedDistanceDoesNotDependOnTheUnit(unit: Double) throws {
    let drift = FeatureDrift.numericDrift(
      name: "x", reference: SortedSample([1, 3, 4, 5, 7].map { $0 * unit }),
      current: SortedSample([2, 4, 5, 6, 8].map { $0 * unit }))
    #expect(isClose(drift.wassersteinNormed, 0.5, relative: 1e-14))
  }

  /// A distance or a spread beyond the range of a double has no quotient, and not a wrong one.
  @Test(arguments: [
    ([0x1p-1030, 0x3p-1030], [0x2p-1030, 0x4p-1030]), ([-1.7e308, 1.7e308], [-1.7e308, 1.6e308]),
    ([0, .leastNonzeroMagnitude], [0, 1]),
  ])
  func whatLeavesTheRangeIsUndetermined(reference: [Double], current: [Double]) {
    let drift = FeatureDrift.numericDrift(
      name: "x", reference: SortedSample(reference), current: SortedSample(current))
    #expect(drift.wassersteinNormed == nil)
    #expect(drift.ks != nil)
  }

  private let pairs: [([Double], [Double])] = (0..<40).map { index in
    let shapes = ["uniform", "moved", "whole", "more whole", "tenths", "gaps"]
    let sizes = [1, 2, 3, 7, 10, 64, 129, 300]
    return (
      Fixture.sample(seed: UInt64(index), count: sizes[index % 8], shape: shapes[index % 6]),
      Fixture.sample(
        seed: UInt64(index + 500), count: sizes[(index * 3 + 1) % 8],
        shape: shapes[(index * 5 + 2) % 6])
    )
  }

  @Test func distancesAreSymmetric() {
    for (a, b) in pairs {
      let there = drift(a, b)
      let back = drift(b, a)
      #expect(isClose(there.ks?.statistic, back.ks?.statistic, relative: 1e-15))
      #expect(isClose(there.ks?.p, back.ks?.p, relative: 1e-12))
      #expect(isClose(there.wasserstein, back.wasserstein, relative: 1e-12))
      #expect(isClose(there.energy, back.energy, relative: 1e-12))
      #expect(
        isClose(there.cramerVonMises?.statistic, back.cramerVonMises?.statistic, relative: 1e-12))
      #expect(isClose(there.cramerVonMises?.p, back.cramerVonMises?.p, relative: 1e-12))
      #expect(isClose(there.missingP, back.missingP, relative: 1e-10))
    }
  }

  @Test func theOrderOfRowsDoesNotMatter() {
    for (a, b) in pairs { #expect(drift(a, b) == drift(a.reversed(), b.reversed())) }
  }

  @Test func increasingMapsLeaveTheOrderStatisticsAlone() {
    for (a, b) in pairs {
      let plain = drift(a, b)
      let mapped = drift(a.map { exp(3 * $0) - 8 }, b.map { exp(3 * $0) - 8 })
      #expect(plain.ks == mapped.ks)
      #expect(plain.cramerVonMises == mapped.cramerVonMises)
    }
  }

  @Test func wassersteinScalesAndIgnoresACommonOffset() {
    for (a, b) in pairs {
      let plain = drift(a, b)
      let mapped = drift(a.map { 100 - 8 * $0 }, b.map { 100 - 8 * $0 })
      #expect(
        isClose(mapped.wasserstein, plain.wasserstein.map { 8 * $0 }, relative: 1e-9, floor: 1e-13))
      #expect(
        isClose(mapped.wassersteinNormed, plain.wassersteinNormed, relative: 1e-9, floor: 1e-13))
      #expect(isClose(mapped.ks?.statistic, plain.ks?.statistic, relative: 1e-15))
    }
  }

  @Test func aSampleAgainstItselfHasNotMoved() {
    for (a, _) in pairs where a.contains(where: { !$0.isNaN }) {
      let drift = drift(a, a)
      #expect(drift.ks?.statistic == 0 && drift.ks?.p == 1)
      #expect(drift.wasserstein == 0 && drift.psi == 0 && drift.js == 0)
      #expect(drift.energy == 0 && drift.meanChange == 0 && drift.missingP == 1)
      #expect(drift.varianceRatio ?? 1 == 1)
      // With ties, or with every value twice, the statistic is not negative and says nothing.
      if let test = drift.cramerVonMises { #expect(test.statistic < 0.2 && test.p > 0.4) }
    }
  }

  /// Ranks are of no unit, and an infinity is the first or the last of them.
  @Test func infinitiesCountByTheirRankAlone() {
    let finite = drift([-9, 1, 2, 9], [0, 1, 9, 9])
    let infinite = drift([-.infinity, 1, 2, .infinity], [0, 1, .infinity, .infinity])
    #expect(finite.ks == infinite.ks && finite.cramerVonMises == infinite.cramerVonMises)
    #expect(infinite.wasserstein == nil && infinite.energy == nil && infinite.meanChange == nil)
    #expect(infinite.varianceRatio == nil && infinite.wassersteinNormed == nil)
  }

  @Test func disjointSamplesAreAsFarApartAsCanBe() {
    let drift = drift([1, 2, 3, 4], [11, 12, 13])
    #expect(drift.ks?.statistic == 1 && drift.wasserstein.map { abs($0 - 9.5) < 1e-14 } == true)
    #expect(isClose(drift.ks?.p, 2.0 / 35, relative: 1e-14))
  }

  @Test func anyTinySamplesGiveFiniteNumbersOrNone() {
    let values: [Double] = [
      0, 1, 0.1, -3, .nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, 0, 1,
    ]
    let samples: [[Double]] = (0...5).flatMap { count in
      (0..<30).map { seed in
        Fixture.uniform(seed: UInt64(count * 1000 + seed), count: count).map {
          values[Int($0 * Double(values.count))]
        }
      }
    }
    for (index, a) in samples.enumerated() {
      for b in samples.dropFirst(index % 7).enumerated().filter({ $0.offset % 7 == 0 }) {
        let drift = adjustingForMultipleTests([drift(a, b.element)])[0]
        let numbers = [
          drift.ks?.statistic, drift.ks?.p, drift.wasserstein, drift.wassersteinNormed, drift.psi,
          drift.psiThreshold, drift.js, drift.pAdjusted, drift.effectSize, drift.energy,
          drift.cramerVonMises?.statistic, drift.cramerVonMises?.p, drift.meanChange,
          drift.varianceRatio, drift.missingP,
        ]
        #expect(numbers.allSatisfy { $0?.isFinite ?? true }, "\(a) against \(b.element)")
        #expect(!DriftSentence.feature(drift).isEmpty)
      }
    }
  }

  @Test func emptySamplesHaveNoStatistics() {
    for (a, b) in [([], []), ([1.0], []), ([], [2.0]), ([.nan], [1.0]), ([1.0], [.nan, .nan])]
      as [([Double], [Double])]
    {
      let drift = adjustingForMultipleTests([drift(a, b)])[0]
      #expect(drift.ks == nil && drift.wasserstein == nil && drift.psi == nil && drift.js == nil)
      #expect(drift.pAdjusted == nil && !drift.drifted && drift.effectSize == 0)
    }
  }

  private func drift(_ a: [Double], _ b: [Double]) -> FeatureDrift {
    .numericDrift(name: "x", reference: SortedSample(a), current: SortedSample(b))
  }
}
