public import Datasets
import Synchronization

extension DriftReport {
  /// Compares every column of a table with the column of the same name in a reference.
  ///
  /// The columns are spread over the processor's cores. A column that only one of the tables has,
  /// or that is numeric in one and categorical in the other, is left out; tables that were read
  /// together have no such columns.
  ///
  /// - Parameters:
  ///   - reference: The table that the other is compared with.
  ///   - current: The table whose distribution may have moved.
  ///   - target: The column to report as the label; without one, every column is a feature.
  ///   - report: Is told, by any thread, how many columns have been compared.
  /// - Returns: The features in the reference's column order, corrected for their number.
  public static func compare(
    reference: Table, current: Table, target: String? = nil,
    report: (@Sendable (Int) -> Void)? = nil
  ) -> DriftReport {
    let pairs = zip(reference.names, reference.columns).compactMap { name, column in
      current[name].map { (name: name, columns: Paired(reference: column, current: $0)) }
    }
    // Sorting and merging look at each number about ten times.
    let work = 10 * (reference.rowCount + current.rowCount) * pairs.count
    let compared = Atomic(0)
    let drifts = pairs.concurrentMap(work: work) { pair in
      defer { report?(compared.add(1, ordering: .relaxed).newValue) }
      return FeatureDrift.between(pair.name, pair.columns)
    }.compactMap(\.self)
    return DriftReport(
      rows: Paired(reference: reference.rowCount, current: current.rowCount),
      features: adjustingForMultipleTests(drifts.filter { $0.name != target }),
      label: adjustingForMultipleTests(drifts.filter { $0.name == target }).first)
  }
}

extension FeatureDrift {
  /// Compares two columns of one kind; `nil` when their kinds differ.
  fileprivate static func between(_ name: String, _ columns: Paired<Column>) -> FeatureDrift? {
    switch (columns.reference, columns.current) {
    case (.numeric(let reference), .numeric(let current)):
      numericDrift(
        name: name, reference: SortedSample(reference), current: SortedSample(current))
    case (.categorical(let reference), .categorical(let current)):
      categoricalDrift(name: name, reference: reference, current: current)
    default: nil
    }
  }
}
