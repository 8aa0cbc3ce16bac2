public import Datasets

extension PairedCounts {
  /// Counts the levels that at least one of two columns has, the most frequent first.
  ///
  /// Levels are matched by their spelling. They are ordered by the sum of their shares in the two
  /// columns, so that the larger table has no more say than the smaller; equal ones keep the
  /// columns' order. Missing cells are left out.
  ///
  /// - Parameters:
  ///   - reference: The column that the other is compared with.
  ///   - current: The column whose distribution may have moved.
  /// - Returns: The counts.
  public static func make(
    reference: CategoricalColumn, current: CategoricalColumn
  ) -> PairedCounts {
    var counts: [Paired<Int>] = reference.levelCounts.map { Paired(reference: $0, current: 0) }
    var labels = reference.levels
    var places = Dictionary(zip(labels, labels.indices)) { first, _ in first }
    for (label, count) in zip(current.levels, current.levelCounts) {
      if let place = places[label] {
        counts[place].current += count
      } else {
        places[label] = labels.count
        labels.append(label)
        counts.append(Paired(reference: 0, current: count))
      }
    }
    let weights = zip(
      shares(of: counts.map(\.reference)), shares(of: counts.map(\.current))
    ).map { $0 + $1 }
    let order = labels.indices.filter { weights[$0] > 0 }
      .sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    return PairedCounts(
      labels: order.map { labels[$0] }, reference: order.map { counts[$0].reference },
      current: order.map { counts[$0].current })
  }
}
