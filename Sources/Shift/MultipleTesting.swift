/// Corrects p values for the number of features tested and gives each feature its verdict.
///
/// Benjamini and Hochberg's step-up procedure over the features that have a p value: with m of
/// them in ascending order, `adjusted(i) = min over j >= i of min(1, m * p(j) / j)`. A feature has
/// drifted when its adjusted p is below 0.05 and its effect size at or above 0.1, so that neither
/// a small sample's large distance nor a huge sample's small p is enough. Benjamini and Hochberg,
/// JRSS B 57 (1995) 289-300.
///
/// - Parameter features: The features of one comparison, in any order.
/// - Returns: The same features in the same order, ``FeatureDrift/pAdjusted`` and
///   ``FeatureDrift/drifted`` filled in.
public func adjustingForMultipleTests(_ features: [FeatureDrift]) -> [FeatureDrift] {
  var adjusted = features.map { feature in
    var unjudged = feature
    unjudged.pAdjusted = nil
    unjudged.drifted = false
    return unjudged
  }
  let tested = features.indices.compactMap { index in features[index].p.map { (index, $0) } }
    .sorted { $0.1 < $1.1 }
  var smallest = 1.0
  for (rank, (index, p)) in tested.enumerated().reversed() {
    smallest = min(smallest, p * (Double(tested.count) / Double(rank + 1)))
    adjusted[index].pAdjusted = smallest
    adjusted[index].drifted =
      smallest < FeatureDrift.significance
      && features[index].effectSize >= FeatureDrift.smallestEffect
  }
  return adjusted
}
