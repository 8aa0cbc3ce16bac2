extension PairedHistogram {
  /// Counts two samples in the bins that fit both; see ``HistogramGrid/fitting(_:_:bins:)``.
  ///
  /// - Parameters:
  ///   - reference: The sample that the other is compared with.
  ///   - current: The sample whose distribution may have moved.
  ///   - bins: The largest number of bins.
  /// - Returns: The histogram.
  public static func make(
    reference: SortedSample, current: SortedSample, bins: Int
  ) -> PairedHistogram {
    make(
      reference: reference, current: current,
      grid: .fitting(reference, current, bins: bins))
  }

  /// Counts two samples in given bins, such as those of the picture before.
  ///
  /// - Complexity: O(bins log n).
  ///
  /// - Parameters:
  ///   - reference: The sample that the other is compared with.
  ///   - current: The sample whose distribution may have moved.
  ///   - grid: The bins.
  /// - Returns: The histogram; values beyond the grid are in its end bins.
  public static func make(
    reference: SortedSample, current: SortedSample, grid: HistogramGrid
  ) -> PairedHistogram {
    let referenceCounts = EdgeCounts(reference, grid)
    let currentCounts = EdgeCounts(current, grid)
    return PairedHistogram(
      grid: grid, reference: referenceCounts.bins, current: currentCounts.bins,
      below: Paired(reference: referenceCounts.below, current: currentCounts.below),
      above: Paired(reference: referenceCounts.above, current: currentCounts.above))
  }
}

/// The counts of one sample in the bins of a grid.
private struct EdgeCounts {
  let bins: [Int]
  let below: Int
  let above: Int

  init(_ sample: SortedSample, _ grid: HistogramGrid) {
    let edges = grid.edges
    let inner = edges[1..<grid.binCount].map(sample.count(below:))
    bins = zip(inner + [sample.values.count], [0] + inner).map { $0 - $1 }
    below = sample.count(below: edges[0])
    above = sample.values.count - sample.count(below: edges[grid.binCount])
  }
}
