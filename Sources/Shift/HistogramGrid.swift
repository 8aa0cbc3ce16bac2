/// Bins of one width beside one another.
///
/// Bin `i` holds the values `x` with `edges[i] <= x < edges[i + 1]`.
public struct HistogramGrid: Sendable, Equatable {
  /// The lower edge of the first bin.
  public var lowerBound: Double

  /// The width of a bin, above 0.
  public var binWidth: Double

  /// The number of bins, at least 1.
  public var binCount: Int

  /// Creates a grid.
  ///
  /// - Precondition: The lower bound is finite, the width finite and above 0, the count at least 1.
  public init(lowerBound: Double, binWidth: Double, binCount: Int) {
    precondition(lowerBound.isFinite, "A grid needs a finite lower bound, not \(lowerBound)")
    precondition(
      binWidth.isFinite && binWidth > 0, "A grid needs a positive width, not \(binWidth)")
    precondition(binCount >= 1, "A grid needs at least one bin, not \(binCount)")
    self.lowerBound = lowerBound
    self.binWidth = binWidth
    self.binCount = binCount
  }

  /// The upper edge of the last bin.
  public var upperBound: Double { edge(binCount) }

  /// The edges of the bins in ascending order, one more than there are bins.
  public var edges: [Double] { (0...binCount).map(edge) }

  private func edge(_ index: Int) -> Double { lowerBound + Double(index) * binWidth }
}
