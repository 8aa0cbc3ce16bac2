extension FeatureDrift {
  /// Compares two samples of a numeric feature.
  ///
  /// One merge of the sorted samples gives the Kolmogorov-Smirnov statistic and the Wasserstein
  /// distance; the bins are counted by binary search. Missing values are left out.
  ///
  /// - Parameters:
  ///   - name: The feature's name.
  ///   - reference: The sample that the other is compared with.
  ///   - current: The sample whose distribution may have moved.
  ///   - method: When the p value is exact. The default value is `.automatic`.
  /// - Returns: The statistics, without correction for many features and without verdict.
  public static func numericDrift(
    name: String, reference: SortedSample, current: SortedSample,
    method: PValueMethod = .automatic
  ) -> FeatureDrift {
    var drift = FeatureDrift(
      name: name, kind: .numeric,
      missing: Paired(reference: reference.missingShare, current: current.missingShare))
    let n = reference.values.count
    let m = current.values.count
    guard n > 0, m > 0 else { return drift }
    let distance = EmpiricalDistance(reference, current)
    drift.ks = KolmogorovSmirnov(n: n, m: m, gap: distance.largestGap, method: method)
    drift.wasserstein = distance.area.ifFinite
    // Numbers below have lost digits, and their quotient would be wrong. The area is a sum of pieces over nm.
    let least = Double.leastNormalMagnitude
    let isExact = distance.largestGap == 0 || distance.area >= least * Double(n) * Double(m)
    if let deviation = reference.standardDeviation.ifFinite, deviation >= least, isExact {
      drift.wassersteinNormed = (distance.area / deviation).ifFinite
    }
    let bins = DecileBins(reference)
    drift.compareShares(bins.counts(of: reference), bins.counts(of: current))
    return drift
  }

  /// Fills in what is computed from counts in shared bins, or categories; neither sample is empty.
  mutating func compareShares(_ reference: [Int], _ current: [Int]) {
    let p = shares(of: reference)
    let q = shares(of: current)
    psi = populationStabilityIndex(p, q)
    psiThreshold = stabilityThreshold(reference, current)
    js = jensenShannonDistance(p, q)
  }
}

extension Double {
  fileprivate var ifFinite: Double? { isFinite ? self : nil }
}
