internal import Foundation

/// The heights of ridges, column by column.
struct RidgeProfile {
  private let rows: [RidgelinePlot.Row]
  private let bins: Range<Int>

  /// The share of a full ridge.
  private let full: Double

  /// The profile of the given bins.
  init(rows: [RidgelinePlot.Row], bins: Range<Int>) {
    self.rows = rows
    self.bins = bins
    let samples = rows.flatMap { [$0.reference, $0.current] }.map { $0.filter(\.isFinite) }
    let usual = samples.map(Self.heightWithoutSpike).max() ?? 0
    let largest = max(usual > 0 ? usual : samples.compactMap { $0.max() }.max() ?? 0, 1e-9)
    // In steps of an eighth of an octave, so that a new ridge seldom alters the height of all others.
    full = exp2((log2(largest) * 8).rounded(.up) / 8)
  }

  /// The largest share, but of a sample with one bin that towers over all others the next one and a half:
  /// a unit that is mostly 0 is cut there, so that the rest of it shows.
  private static func heightWithoutSpike(_ shares: [Double]) -> Double {
    let largest = shares.sorted(by: >).prefix(2)
    guard let first = largest.first else { return 0 }
    let second = largest.count > 1 ? max(0, largest[1]) : 0
    return first > 3 * second ? 1.5 * second : first
  }

  /// The heights of a row in a column, 0 to 1: straight lines between the middles of the bins, or the
  /// highest of the bins that share the column; each bin smoothed by its neighbours.
  ///
  /// - Parameters:
  ///   - row: The place of the row.
  ///   - column: The place of the column.
  ///   - width: The number of columns.
  /// - Returns: The heights of the reference and of the current sample.
  func heights(ofRow row: Int, column: Int, of width: Int) -> (reference: Double, current: Double) {
    (
      height(rows[row].reference, column: column, of: width),
      height(rows[row].current, column: column, of: width)
    )
  }

  private func height(_ shares: [Double], column: Int, of width: Int) -> Double {
    func counted(_ bin: Int) -> Double {
      let bin = max(bins.lowerBound, min(bins.upperBound - 1, bin))
      return bin < shares.count && shares[bin].isFinite ? max(0, shares[bin]) : 0
    }
    // A weighted mean of three bins, so that a ridge of few rows has one crest and not ten; a spike
    // stays what it is, and lends nothing to its neighbours.
    func share(_ bin: Int) -> Double {
      let own = counted(bin)
      guard own <= full else { return own }
      let beside = [bin - 1, bin + 1].map(counted).map { $0 <= full ? $0 : own }
      return own / 2 + (beside[0] + beside[1]) / 4
    }
    let height: Double
    if width > bins.count {
      let place = (Double(column) + 0.5) / Double(width) * Double(bins.count) - 0.5
      let left = Int(place.rounded(.down))
      let part = place - Double(left)
      height =
        share(bins.lowerBound + left) * (1 - part) + share(bins.lowerBound + left + 1) * part
    } else {
      let first = bins.lowerBound + column * bins.count / width
      let last = bins.lowerBound + (column + 1) * bins.count / width
      height = (first..<max(first + 1, last)).reduce(0) { max($0, share($1)) }
    }
    return min(1, height / full)
  }
}
