public import Datasets

extension FeatureDrift {
  /// Compares the counts of a categorical feature's levels in two samples.
  ///
  /// - Parameters:
  ///   - name: The feature's name.
  ///   - counts: How often each category occurs; their order and empty ones do not matter.
  ///   - missing: The shares of missing values.
  /// - Returns: The statistics, without correction for many features and without verdict.
  public static func categoricalDrift(
    name: String, counts: PairedCounts, missing: Paired<Double>
  ) -> FeatureDrift {
    var drift = FeatureDrift(name: name, kind: .categorical, missing: missing)
    let reference = counts.reference
    let current = counts.current
    guard reference.contains(where: { $0 > 0 }), current.contains(where: { $0 > 0 }) else {
      return drift
    }
    drift.compareShares(reference, current)
    drift.chiSquare = ChiSquareTest.contingency(reference, current)
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
      missing: Paired(reference: reference.missingShare, current: current.missingShare))
  }
}

extension CategoricalColumn {
  fileprivate var missingShare: Double {
    codes.isEmpty ? 0 : Double(codes.count { $0 < 0 }) / Double(codes.count)
  }
}
