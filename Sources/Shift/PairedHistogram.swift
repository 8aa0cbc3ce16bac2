/// How often the values of two numeric samples fall into the same bins.
///
/// Values beyond the grid are counted in its first or last bin, so that the counts always sum to
/// the number of present values; ``below`` and ``above`` tell how many those are.
public struct PairedHistogram: Sendable, Equatable {
  /// The bins, the same for both samples.
  public var grid: HistogramGrid

  /// The counts of the reference sample, one a bin.
  public var reference: [Int]

  /// The counts of the current sample, one a bin.
  public var current: [Int]

  /// How many values of the first bin lie below the grid.
  public var below: Paired<Int>

  /// How many values of the last bin lie at or above the grid's upper edge.
  public var above: Paired<Int>

  /// Creates a histogram from counts.
  ///
  /// - Precondition: There is one count a bin in both samples.
  public init(
    grid: HistogramGrid, reference: [Int], current: [Int],
    below: Paired<Int> = Paired(reference: 0, current: 0),
    above: Paired<Int> = Paired(reference: 0, current: 0)
  ) {
    precondition(
      reference.count == grid.binCount && current.count == grid.binCount,
      "\(grid.binCount) bins need as many counts, not \(reference.count) and \(current.count)")
    self.grid = grid
    self.reference = reference
    self.current = current
    self.below = below
    self.above = above
  }

  /// The edges of the bins in ascending order, one more than there are bins.
  public var edges: [Double] { grid.edges }

  /// The share of the reference's values in each bin; zeros when it has none.
  public var referenceShares: [Double] { shares(of: reference) }

  /// The share of the current sample's values in each bin; zeros when it has none.
  public var currentShares: [Double] { shares(of: current) }
}
