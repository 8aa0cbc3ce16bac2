public import Shift

/// How the histograms of a view's features went from epoch to epoch.
///
/// All rows of a feature share their bins. The memory is bounded: counts take two bytes each, and when
/// there are too many rows, those go whose neighbours are nearest, so that the rest stays spread over
/// all epochs; the first and the newest always stay.
public struct HistogramHistory: Sendable, Equatable {
  /// All features at one epoch.
  struct Row: Sendable, Equatable {
    var epoch: Int

    /// The counts, feature after feature; of each first the reference's, then the current sample's.
    var counts: [UInt16]

    /// The Kolmogorov-Smirnov statistic of each feature, from the values themselves; NaN has none.
    var distances: [Float]
  }

  /// One feature at one epoch.
  public struct Entry: Sendable, Equatable {
    /// The completed epochs.
    public var epoch: Int

    /// The shares of the reference's values in each bin.
    public var reference: [Double]

    /// The shares of the current sample's values in each bin.
    public var current: [Double]

    /// The Kolmogorov-Smirnov statistic; `nil` when a sample had no values.
    public var distance: Double?
  }

  /// The most bytes that counts take.
  static let byteLimit = 4_000_000

  /// The fewest and the most rows that are kept, whatever they take.
  static let rowLimits = 8...64

  /// The bins of each feature.
  public internal(set) var grids: [HistogramGrid] = []

  /// The epochs, ascending.
  var rows: [Row] = []

  /// An empty history.
  public init() {}

  /// The completed epochs of which there is a row, ascending.
  public var epochs: [Int] { rows.map(\.epoch) }

  /// A feature at the epoch of a row.
  ///
  /// - Parameters:
  ///   - feature: The place of the feature among those of its view.
  ///   - row: The place of the epoch in ``epochs``.
  /// - Returns: The entry, or `nil` when there is no such feature or row.
  public func entry(ofFeature feature: Int, row: Int) -> Entry? {
    guard grids.indices.contains(feature), rows.indices.contains(row) else { return nil }
    let bins = grids[feature].binCount
    let start = grids[..<feature].reduce(0) { $0 + 2 * $1.binCount }
    let counts = rows[row].counts[start..<(start + 2 * bins)].map(Int.init)
    let distance = Double(rows[row].distances[feature])
    return Entry(
      epoch: rows[row].epoch, reference: shares(of: counts.prefix(bins)),
      current: shares(of: counts.suffix(bins)), distance: distance.isNaN ? nil : distance)
  }

  private func shares(of counts: ArraySlice<Int>) -> [Double] {
    let total = Double(counts.reduce(0, +))
    return counts.map { total > 0 ? Double($0) / total : 0 }
  }
}
