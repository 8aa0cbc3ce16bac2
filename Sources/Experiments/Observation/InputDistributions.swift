import Datasets
import Runs
import Shift

/// Makes the distributions of the feature columns, test against a reference, on raw values.
struct InputDistributions {
  /// The feature columns of each split as they were read.
  let tables: [Runs.Split: Table]

  /// The rows of a side that are looked at; more are represented by a draw.
  static let rowLimit = 100_000

  /// The snapshot.
  ///
  /// - Parameters:
  ///   - reference: What test is compared with.
  ///   - isCancelled: Asked before each feature whether anybody still wants to know.
  /// - Returns: The snapshot, or `nil` when there is no test, no such reference, or no wish any more.
  func snapshot(
    against reference: Runs.Split, isCancelled: () -> Bool
  ) -> DistributionSnapshot? {
    guard let current = drawn(from: .test),
      let reference = drawn(from: reference).map({
        (split: reference, table: $0)
      })
    else { return nil }
    var features: [FeatureDistribution] = []
    for name in reference.table.names {
      guard !isCancelled() else { return nil }
      switch (reference.table[name], current[name]) {
      case (.numeric(let one)?, .numeric(let other)?):
        features.append(
          .numeric(name: name, reference: SortedSample(one), current: SortedSample(other)))
      case (.categorical(let one)?, .categorical(let other)?):
        features.append(.categorical(name: name, reference: one, current: other))
      default: continue
      }
    }
    return DistributionSnapshot(
      view: .inputs, reference: reference.split, title: "inputs", epoch: 0,
      features: features.adjustedForMultipleTests())
  }

  private func drawn(from split: Runs.Split) -> Table? {
    guard let table = tables[split], table.rowCount > 0 else { return nil }
    guard table.rowCount > Self.rowLimit else { return table }
    return table.selecting(
      rows: RowDraw.rows(of: table.rowCount, limit: Self.rowLimit, split: split))
  }
}
