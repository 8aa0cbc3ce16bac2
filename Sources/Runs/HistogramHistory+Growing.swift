public import Shift

extension HistogramHistory {
  /// Adds the histograms of an epoch, or replaces them when it is the newest epoch again.
  ///
  /// A feature whose bins have grown, see ``Shift/HistogramGrid/growing(toHold:_:)``, has its earlier
  /// counts put together in the new bins, each of which is made of whole old ones.
  ///
  /// - Parameters:
  ///   - epoch: The completed epochs, not below the newest row's.
  ///   - histograms: The histogram of every feature, always as many.
  ///   - distances: The Kolmogorov-Smirnov statistic of every feature, `nil` where there is none.
  public mutating func append(
    epoch: Int, histograms: [PairedHistogram], distances: [Double?]
  ) {
    if grids.count != histograms.count { (grids, rows) = (histograms.map(\.grid), []) }
    adopt(histograms.map(\.grid))
    let row = Row(
      epoch: epoch,
      counts: histograms.flatMap { ($0.reference + $0.current).map { UInt16(clamping: $0) } },
      distances: distances.map { $0.map(Float.init) ?? .nan })
    if rows.last?.epoch == epoch { rows.removeLast() }
    rows.append(row)
    while rows.count > mostRows { removeTheMostCrowded() }
  }

  private var mostRows: Int {
    let bytes = max(1, grids.reduce(0) { $0 + 4 * $1.binCount })
    return max(Self.rowLimits.lowerBound, min(Self.rowLimits.upperBound, Self.byteLimit / bytes))
  }

  /// Removes the row between the two that lie nearest to one another, of equal ones the oldest.
  private mutating func removeTheMostCrowded() {
    let gaps = zip(rows, rows.dropFirst(2)).map { $1.epoch - $0.epoch }
    guard let least = gaps.min(), let place = gaps.firstIndex(of: least) else { return }
    rows.remove(at: place + 1)
  }

  private mutating func adopt(_ new: [HistogramGrid]) {
    guard new != grids else { return }
    let moves = zip(grids, new).map { $0 == $1 ? nil : Self.places(of: $0, in: $1) }
    for index in rows.indices {
      var start = 0
      var counts: [UInt16] = []
      counts.reserveCapacity(rows[index].counts.count)
      for (feature, grid) in grids.enumerated() {
        for _ in 0..<2 {
          let old = rows[index].counts[start..<(start + grid.binCount)]
          start += grid.binCount
          guard let places = moves[feature] else {
            counts += old
            continue
          }
          var merged = [UInt16](repeating: 0, count: new[feature].binCount)
          for (count, place) in zip(old, places) {
            let sum = Int(merged[place]) + Int(count)
            merged[place] = UInt16(clamping: sum)
          }
          counts += merged
        }
      }
      rows[index].counts = counts
    }
    grids = new
  }

  /// For each bin of a grid the bin of another that its middle lies in, the nearest if it lies in none.
  private static func places(of old: HistogramGrid, in new: HistogramGrid) -> [Int] {
    (0..<old.binCount).map { bin in
      let middle = old.lowerBound + (Double(bin) + 0.5) * old.binWidth
      let place = ((middle - new.lowerBound) / new.binWidth).rounded(.down)
      return max(0, min(new.binCount - 1, Int(max(-1, min(Double(new.binCount), place)))))
    }
  }
}
