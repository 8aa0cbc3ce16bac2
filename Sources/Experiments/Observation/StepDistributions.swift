import Datasets
import Runs
import Shift

/// Makes the distributions of the feature columns at each step of a series alone, test against a
/// reference, on raw values.
struct StepDistributions {
  /// The feature columns of each split as they were read, the steps of one series after another.
  let tables: [Runs.Split: Table]

  /// The steps of each split's series.
  let series: [Runs.Split: SeriesLengths]

  /// The most columns and steps together; of more, steps are looked at in equal distances.
  static let limit = 2_000

  /// The snapshot; its features are called `step 3 temp_f`, so that what is cut off is not the step.
  ///
  /// - Parameters:
  ///   - reference: What test is compared with.
  ///   - isCancelled: Asked before each step whether anybody still wants to know.
  /// - Returns: The snapshot, or `nil` when there is no test, no such reference, or no wish any more.
  func snapshot(
    against reference: Runs.Split, isCancelled: () -> Bool
  ) -> DistributionSnapshot? {
    guard let ofReference = series[reference], let ofTest = series[.test],
      let columns = tables[reference]?.names.count
    else { return nil }
    var features: [FeatureDistribution] = []
    var numbers: [Int] = []
    let steps = max(ofReference.room, ofTest.room)
    for step in stride(from: 0, to: steps, by: max(1, steps * columns / Self.limit)) {
      let rows = [reference: ofReference, .test: ofTest].mapValues { $0.rows(ofStep: step) }
      guard rows.values.allSatisfy({ !$0.isEmpty }) else { break }
      let tables = tables.filter { rows[$0.key] != nil }
        .reduce(into: [:]) { $0[$1.key] = $1.value.selecting(rows: rows[$1.key] ?? []) }
      guard
        let snapshot = InputDistributions(tables: tables)
          .snapshot(against: reference, isCancelled: isCancelled)
      else { return nil }
      numbers.append(step + 1)
      features += snapshot.features.map { feature in
        var feature = feature
        feature.drift.name = "step \(step + 1) \(feature.drift.name)"
        return feature
      }
    }
    return DistributionSnapshot(
      view: .steps, reference: reference, title: "steps", epoch: 0,
      features: features.adjustedForMultipleTests(), steps: numbers)
  }
}
