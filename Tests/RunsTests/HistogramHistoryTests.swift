import Shift
import Testing

@testable import Runs

@Suite struct HistogramHistoryTests {
  private let grid = HistogramGrid(lowerBound: 0, binWidth: 1, binCount: 4)

  private func histogram(
    _ reference: [Int], _ current: [Int], on grid: HistogramGrid? = nil
  ) -> PairedHistogram {
    PairedHistogram(grid: grid ?? self.grid, reference: reference, current: current)
  }

  @Test func everyFeatureIsKeptAtEveryEpoch() throws {
    var history = HistogramHistory()
    for epoch in 0..<3 {
      history.append(
        epoch: epoch,
        histograms: [
          histogram([1, 0, 0, 3], [2, 2, 0, 0]),
          histogram(
            [epoch, 1], [0, 5], on: HistogramGrid(lowerBound: 0, binWidth: 2, binCount: 2)),
        ], distances: [0.5, nil])
    }
    #expect(history.epochs == [0, 1, 2])
    let first = try #require(history.entry(ofFeature: 0, row: 1))
    #expect(first.epoch == 1)
    #expect(first.reference == [0.25, 0, 0, 0.75])
    #expect(first.current == [0.5, 0.5, 0, 0])
    #expect(first.distance == 0.5)
    let second = try #require(history.entry(ofFeature: 1, row: 2))
    #expect(second.reference == [2.0 / 3, 1.0 / 3])
    #expect(second.current == [0, 1])
    #expect(second.distance == nil)
    #expect(history.entry(ofFeature: 2, row: 0) == nil)
    #expect(history.entry(ofFeature: 0, row: 3) == nil)
  }

  @Test func theNewestEpochAgainReplacesItsRow() {
    var history = HistogramHistory()
    for count in [1, 7] {
      history.append(
        epoch: 5, histograms: [histogram([count, 1, 0, 0], [1, 0, 0, 0])], distances: [0])
    }
    #expect(history.epochs == [5])
    #expect(history.entry(ofFeature: 0, row: 0)?.reference == [0.875, 0.125, 0, 0])
  }

  /// New bins are made of whole old ones, so that earlier rows are as exact as later ones.
  @Test func earlierRowsFollowBinsThatGrow() {
    var history = HistogramHistory()
    let low = SortedSample([0.5, 1.5, 1.6, 3.2])
    let high = SortedSample([9.0, 14.5])
    history.append(
      epoch: 0, histograms: [.make(reference: low, current: low, grid: grid)], distances: [0])
    let grown = grid.growing(toHold: low, high)
    #expect(grown != grid)
    history.append(
      epoch: 1, histograms: [.make(reference: low, current: high, grid: grown)], distances: [1])
    #expect(history.grids == [grown])
    // The same values, counted in the wide bins at once and put together from the narrow ones.
    #expect(
      history.entry(ofFeature: 0, row: 0)?.reference
        == history.entry(ofFeature: 0, row: 1)?.reference)
  }

  @Test func aLongRunKeepsRowsSpreadOverItsEpochs() throws {
    var history = HistogramHistory()
    for epoch in 0...5000 {
      history.append(
        epoch: epoch, histograms: [histogram([epoch, 1, 2, 3], [1, 1, 1, 1])], distances: [0.1])
    }
    let epochs = history.epochs
    #expect(epochs.count == HistogramHistory.rowLimits.upperBound)
    #expect(epochs.first == 0 && epochs.last == 5000)
    let gaps = zip(epochs, epochs.dropFirst()).map { $1 - $0 }
    #expect(try #require(gaps.max()) <= 3 * 5000 / epochs.count)
    // Rows hold what was counted at their epoch.
    for (row, epoch) in epochs.enumerated() {
      let share = history.entry(ofFeature: 0, row: row)?.reference.first
      #expect(share == Double(epoch) / Double(epoch + 6))
    }
  }

  @Test func manyFeaturesKeepFewerRows() {
    var history = HistogramHistory()
    let wide = HistogramGrid(lowerBound: 0, binWidth: 1, binCount: 48)
    let counts = [Int](repeating: 3, count: 48)
    let all = [PairedHistogram](
      repeating: histogram(counts, counts, on: wide), count: 2000)
    for epoch in 0..<30 {
      history.append(epoch: epoch, histograms: all, distances: Array(repeating: 0, count: 2000))
    }
    #expect(history.epochs.count == HistogramHistory.byteLimit / (2000 * 48 * 4))
    #expect(history.epochs.last == 29)
  }
}
