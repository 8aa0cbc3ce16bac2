import CustomDump
import Shift
import Testing

@Suite struct PairedHistogramTests {
  @Test func countsSumToTheValuesAndMatchLookingAtEach() {
    for (index, shape) in ["uniform", "moved", "whole", "tenths", "wide", "constant", "gaps"]
      .enumerated()
    {
      for bins in [1, 2, 3, 10, 57] {
        let a = SortedSample(Fixture.sample(seed: UInt64(index), count: 301, shape: shape))
        let b = SortedSample(Fixture.sample(seed: 77, count: 120, shape: "more whole"))
        let histogram = PairedHistogram.make(reference: a, current: b, bins: bins)
        #expect(histogram.grid.binCount <= max(bins, 2))
        #expect(histogram.reference.reduce(0, +) == a.values.count)
        #expect(histogram.current.reduce(0, +) == b.values.count)
        let edges = histogram.edges
        for bin in histogram.reference.indices {
          let isFirst = bin == 0
          let isLast = bin == histogram.reference.count - 1
          let inside = a.values.count {
            (isFirst || edges[bin] <= $0) && (isLast || $0 < edges[bin + 1])
          }
          #expect(histogram.reference[bin] == inside)
        }
      }
    }
  }

  @Test func wholeNumbersStandInTheMiddleOfTheirBins() {
    let histogram = PairedHistogram.make(
      reference: SortedSample([0, 1, 1, 3]), current: SortedSample([3, 3, 5]), bins: 20)
    expectNoDifference(histogram.edges, [-0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5])
    expectNoDifference(histogram.reference, [1, 2, 0, 1, 0, 0])
    expectNoDifference(histogram.current, [0, 0, 0, 2, 0, 1])
  }

  @Test func manyWholeNumbersShareBinsOfWholeWidth() {
    let years = SortedSample((1900...1999).map(Double.init))
    let histogram = PairedHistogram.make(reference: years, current: years, bins: 30)
    #expect(histogram.grid == HistogramGrid(lowerBound: 1899.5, binWidth: 5, binCount: 20))
    #expect(histogram.reference.allSatisfy { $0 == 5 })
  }

  @Test func edgesAreRoundNumbers() {
    let a = SortedSample([0.013, 0.2, 0.93])
    let histogram = PairedHistogram.make(reference: a, current: a, bins: 12)
    #expect(histogram.grid == HistogramGrid(lowerBound: 0, binWidth: 0.1, binCount: 10))
  }

  @Test func edgesStayWhileTheValuesMoveALittle() {
    let base = Fixture.uniform(seed: 1, count: 400)
    func grid(_ shift: Double) -> HistogramGrid {
      let sample = SortedSample(base.map { 0.02 + 0.9 * $0 + shift })
      return .fitting(sample, sample, bins: 24)
    }
    #expect((1...10).allSatisfy { grid(Double($0) * 0.001) == grid(0) })
  }

  @Test func aFarOutlierIsCountedAtTheEndAndDoesNotSqueezeTheRest() {
    let values = Fixture.uniform(seed: 9, count: 100)
    let histogram = PairedHistogram.make(
      reference: SortedSample(values + [1e9]), current: SortedSample(values + [-1e9]), bins: 20)
    #expect(histogram.above == Paired(reference: 1, current: 0))
    #expect(histogram.below == Paired(reference: 0, current: 1))
    #expect(histogram.grid.binWidth < 0.3)
    #expect(histogram.reference.count { $0 > 0 } > 4)
    #expect(histogram.reference.reduce(0, +) == 101)
  }

  @Test func ordinaryTailsAreNotCutOff() {
    // Exponential values: the largest of 2000 lies about 7.6 means out.
    let sample = SortedSample(
      (0..<2000).map { -(((Double($0) + 0.5) / 2000).squareRoot().squareRoot() - 1) * 4 })
    #expect(sample.drawnRange == sample.values[0]...sample.values[1999])
  }

  @Test func aSampleThatIsNearlyAllOneValueIsShownWhole() {
    let sparse = SortedSample([Double](repeating: 0, count: 98) + [7, 16])
    #expect(sparse.drawnRange == 0...16)
  }

  @Test func theSmallerSampleIsShownAsWhole() {
    let histogram = PairedHistogram.make(
      reference: SortedSample(Fixture.uniform(seed: 2, count: 5000)),
      current: SortedSample([10.25, 10.5, 10.75]), bins: 30)
    #expect(histogram.above.current == 0)
    #expect(histogram.edges.last.map { $0 >= 10.75 } == true)
  }

  @Test func growingMergesNeighboursAndKeepsTheNumberOfBins() {
    for bins in [1, 2, 5, 8] {
      let grid = HistogramGrid(lowerBound: 0, binWidth: 0.5, binCount: bins)
      for (low, high) in [(0.1, 0.2), (-3.0, 0.1), (0.1, 40), (-1000, 7), (-5, 5)] {
        let sample = SortedSample([low, high])
        let grown = grid.growing(toHold: sample, sample)
        #expect(grown.binCount == bins)
        #expect(grown.lowerBound <= low && high < grown.upperBound)
        #expect(grown.lowerBound <= grid.lowerBound && grid.upperBound <= grown.upperBound)
        // Every old edge pair lies in one new bin.
        for lower in grid.edges.dropLast() {
          let bin = ((lower - grown.lowerBound) / grown.binWidth).rounded(.down)
          #expect(lower + grid.binWidth <= grown.lowerBound + (bin + 1) * grown.binWidth)
        }
        #expect(grown.growing(toHold: sample, sample) == grown)
      }
    }
  }

  @Test func histogramsOnAGivenGridKeepIt() {
    let grid = HistogramGrid(lowerBound: 0, binWidth: 1, binCount: 2)
    let histogram = PairedHistogram.make(
      reference: SortedSample([-1, 0, 0.5, 1, 2]), current: SortedSample([]), grid: grid)
    expectNoDifference(
      histogram,
      PairedHistogram(
        grid: grid, reference: [3, 2], current: [0, 0], below: Paired(reference: 1, current: 0),
        above: Paired(reference: 1, current: 0)))
    expectNoDifference(histogram.referenceShares, [0.6, 0.4])
    expectNoDifference(histogram.currentShares, [0, 0])
  }

  @Test func extremeValuesMakeAGridAllTheSame() {
    let extremes: [[Double]] = [
      [], [.nan], [.infinity], [-.infinity, .infinity], [0], [-0.0], [.leastNonzeroMagnitude],
      [0, .leastNonzeroMagnitude],
      [1e308], [-1e308, 1e308], [-.greatestFiniteMagnitude, .greatestFiniteMagnitude],
      [.greatestFiniteMagnitude], [1e15, 1e15 + 0.125], [0.1], [-0.1, 3], [1e-300, 2e-300],
      [0x1p52, 0x1p53], [0x1p51, 0x1p51 + 1], [1e18, -1], [0.3, .infinity], [-1, 1],
    ]
    for a in extremes.map(SortedSample.init) {
      for b in extremes.map(SortedSample.init) {
        for bins in [-3, 0, 1, 2, 7, 100] {
          let histogram = PairedHistogram.make(reference: a, current: b, bins: bins)
          #expect(histogram.reference.reduce(0, +) == a.values.count)
          #expect(histogram.grid.binCount <= max(bins, 2), "\(a.values) \(b.values) \(bins)")
          #expect(
            zip(histogram.edges, histogram.edges.dropFirst()).allSatisfy { $0 < $1 },
            "\(a.values) \(b.values) \(bins)")
          let grown = HistogramGrid(lowerBound: 0, binWidth: 1, binCount: 4).growing(toHold: a, b)
          #expect(grown.binCount == 4)
        }
      }
    }
  }
}
