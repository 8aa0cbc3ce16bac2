import CustomDump
import Testing

@testable import Shift

@Suite struct SortedSampleTests {
  @Test(arguments: [0, 1, 2, 3, 5, 255, 256, 257, 258, 1000, 4097])
  func sortingMatchesTheStandardSort(count: Int) {
    for shape in ["uniform", "whole", "wide", "constant", "tenths"] {
      let values = Fixture.sample(seed: 7, count: count, shape: shape)
      expectNoDifference(SortedSample(values).values, values.sorted())
    }
  }

  @Test(arguments: [10, 1000])
  func specialValuesFindTheirPlaces(count: Int) {
    let ordinary = Fixture.sample(seed: 3, count: count, shape: "wide")
    let special: [Double] = [
      .infinity, -.infinity, .nan, -0.0, 0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .nan, -.nan, .signalingNaN,
    ]
    let sample = SortedSample(ordinary + special)
    #expect(sample.missing == 4 && sample.total == count + special.count)
    expectNoDifference(sample.values, (ordinary + special).filter { !$0.isNaN }.sorted())
    #expect(sample.values.allSatisfy { $0 != 0 || $0.sign == .plus })
    #expect(sample.mean.isNaN && sample.standardDeviation.isNaN)
  }

  @Test(arguments: [3, 1000])
  func missingValuesAloneGiveAnEmptySample(count: Int) {
    let sample = SortedSample([Double](repeating: .nan, count: count))
    #expect(sample.values.isEmpty && sample.missingShare == 1)
    #expect(sample.quantile(0.5) == nil && sample.drawnRange == nil)
  }

  @Test func aConstantHasNoSpread() {
    let sample = SortedSample([Double](repeating: 0.1, count: 12_345))
    #expect(sample.standardDeviation == 0 && sample.mean == 0.1)
  }

  @Test func momentsAreThoseOfThePopulation() {
    let sample = SortedSample([5, 1, .nan, 3, 7, 4])
    #expect(sample.mean == 4 && sample.standardDeviation == 2)
  }

  /// Squares of these are beyond the range of a double.
  @Test(arguments: [1e-300, 1e-200, 1e200, 1e300])
  func momentsOfFarMagnitudesKeepTheirDigits(unit: Double) {
    let sample = SortedSample([5, 1, 3, 7, 4].map { $0 * unit })
    #expect(isClose(sample.mean / unit, 4, relative: 1e-14))
    #expect(isClose(sample.standardDeviation / unit, 2, relative: 1e-14))
  }

  @Test func momentsOfNumbersFarFromZeroKeepTheirDigits() {
    // Exact in double, so that what is off by more than rounding was lost in the sums.
    let steps = (0..<10_000).map { Double($0 * 7919 % 10_007) }
    for origin in [0, 1e9, 1e15] {
      let (near, far) = (SortedSample(steps), SortedSample(steps.map { $0 + origin }))
      let moved = SortedSample(steps.map { $0 + origin + ($0 < 1 ? 1 : 0) })
      #expect(isClose(far.standardDeviation, near.standardDeviation, relative: 1e-12))
      #expect(isClose(moved.meanChange(from: far), 1e-4, relative: 1e-7))
    }
  }

  @Test func columnsOfAMatrixAreSamples() {
    let matrix: [Float] = [1, 20, 3, .nan, 2, 10]
    expectNoDifference(SortedSample(column: 0, of: matrix, columns: 2).values, [1, 2, 3])
    let second = SortedSample(column: 1, of: matrix, columns: 2)
    #expect(second.values == [10, 20] && second.missing == 1)
    #expect(SortedSample(column: 0, of: [], columns: 2).total == 0)
  }

  @Test func quantilesAreInterpolatedAsByNumpy() {
    // numpy.quantile([1, 2, 4, 8, 16], [0, .1, .25, .3, .5, .9, 1])
    let sample = SortedSample([16, 8, 4, 2, 1])
    let shares = [0, 0.1, 0.25, 0.3, 0.5, 0.9, 1]
    for (share, expected) in zip(shares, [1, 1.4, 2, 2.4, 4, 12.8, 16]) {
      #expect(isClose(sample.quantile(share), expected, relative: 1e-15))
    }
  }

  @Test func countingBelowAgreesWithLookingAtEachValue() {
    let sample = SortedSample(Fixture.sample(seed: 5, count: 500, shape: "whole"))
    for threshold in stride(from: -1.0, through: 8, by: 0.5) {
      #expect(sample.count(below: threshold) == sample.values.count { $0 < threshold })
    }
  }
}
