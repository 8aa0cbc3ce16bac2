public import Datasets

extension FeatureDrift {
  /// Compares the counts of a categorical feature's levels in two samples.
  ///
  /// - Parameters:
  ///   - name: The feature's name.
  ///   - counts: How often each category occurs; their order and empty ones do not matter.
  ///   - missing: How many values are missing beside those counted.
  /// - Returns: The statistics, without correction for many features and without verdict.
  public static func categoricalDrift(
    name: String, counts: PairedCounts, missing: Paired<Int>
  ) -> FeatureDrift {
    var drift = FeatureDrift(name: name, kind: .categorical)
    let reference = counts.reference
    let current = counts.current
    drift.compareMissing(
      (count: missing.reference, size: missing.reference + reference.reduce(0, +)),
      (count: missing.current, size: missing.current + current.reduce(0, +)))
    for (index, label) in counts.labels.enumerated() where reference[index] + current[index] > 0 {
      if reference[index] == 0 { drift.newCategories.append(label) }
      if current[index] == 0 { drift.vanishedCategories.append(label) }
    }
    guard reference.contains(where: { $0 > 0 }), current.contains(where: { $0 > 0 }) else {
      return drift
    }
    let new = zip(reference, current).reduce(0) { $0 + ($1.0 == 0 ? $1.1 : 0) }
    drift.newShare = Double(new) / Double(current.reduce(0, +))
    drift.newShareExpected =
      Double(reference.count { $0 == 1 }) / Double(reference.reduce(0, +))
    drift.compareShares(reference, current)
    drift.chiSquare = ChiSquareTest.contingency(reference, current)
    drift.gTest = ChiSquareTest.likelihoodRatio(reference, current)
    drift.cramersV = biasCorrectedCramersV(reference, current)
    return drift
  }

  /// Compares two columns of a categorical feature; missing cells are left out.
  ///
  /// - Parameters:
  ///   - name: The feature's name.
  ///   - reference: The column that the other is compared with.
  ///   - current: The column whose distribution may have moved.
  /// - Returns: The statistics, without correction for many features and without verdict.
  public static func categoricalDrift(
    name: String, reference: CategoricalColumn, current: CategoricalColumn
  ) -> FeatureDrift {
    categoricalDrift(
      name: name, counts: .make(reference: reference, current: current),
      missing: Paired(reference: reference.missingCount, current: current.missingCount))
  }
}

extension CategoricalColumn {
  fileprivate var missingCount: Int { codes.count { $0 < 0 } }
}
