/// Corrects p values for the number of features tested and gives each feature its verdict.
///
/// Benjamini and Hochberg's step-up procedure over the features that have a p value: with m of
/// them in ascending order, `adjusted(i) = min over j >= i of min(1, m * p(j) / j)`. A feature has
/// drifted when its adjusted p is below 0.05 and its effect size at or above 0.1, so that neither
/// a small sample's large distance nor a huge sample's small p is enough. Benjamini and Hochberg,
/// JRSS B 57 (1995) 289-300.
///
/// The p values of missing cells are a family of their own. A feature of which nothing, or everything, is missing in
/// both samples is not in it: its p is 1 whatever happens, and would only make the others larger. Tarone, Biometrics 46
/// (1990) 515-522.
///
/// - Parameter features: The features of one comparison, in any order.
/// - Returns: The same features in the same order, ``FeatureDrift/pAdjusted``, ``FeatureDrift/drifted`` and
///   ``FeatureDrift/missingPAdjusted`` filled in.
public func adjustingForMultipleTests(_ features: [FeatureDrift]) -> [FeatureDrift] {
  let values = adjusted(features.map(\.p))
  let missing = adjusted(features.map { $0.canMissOtherwise ? $0.missingP : nil })
  return features.indices.map { index in
    var feature = features[index]
    feature.pAdjusted = values[index]
    feature.drifted =
      (values[index] ?? 1) < FeatureDrift.significance
      && feature.effectSize >= FeatureDrift.smallestEffect
    feature.missingPAdjusted = missing[index]
    return feature
  }
}

extension FeatureDrift {
  /// Whether other shares of missing values were possible, given how many are missing in all.
  fileprivate var canMissOtherwise: Bool {
    missing != Paired(reference: 0, current: 0) && missing != Paired(reference: 1, current: 1)
  }
}

/// The corrected p values of a family; those that there are not do not count.
private func adjusted(_ family: [Double?]) -> [Double?] {
  var adjusted = family
  let tested = family.indices.compactMap { index in family[index].map { (index, $0) } }
    .sorted { $0.1 < $1.1 }
  var smallest = 1.0
  for (rank, (index, p)) in tested.enumerated().reversed() {
    smallest = min(smallest, p * (Double(tested.count) / Double(rank + 1)))
    adjusted[index] = smallest
  }
  return adjusted
}
