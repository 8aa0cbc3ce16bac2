extension FeatureDrift {
  /// Compares two samples of a numeric feature.
  ///
  /// One merge of the sorted samples gives the statistics of Kolmogorov-Smirnov and Cramer-von
  /// Mises, the Wasserstein and the energy distance; the bins are counted by binary search.
  /// Missing values are left out, and counted.
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
    var drift = FeatureDrift(name: name, kind: .numeric)
    drift.compareMissing(
      (count: reference.missing, size: reference.total),
      (count: current.missing, size: current.total))
    let n = reference.values.count
    let m = current.values.count
    guard n > 0, m > 0 else { return drift }
    let distance = EmpiricalDistance(reference, current)
    drift.ks = KolmogorovSmirnov(n: n, m: m, gap: distance.largestGap, method: method)
    drift.cramerVonMises = CramerVonMises(n: n, m: m, rankDistance: distance.rankDistance)
    drift.wasserstein = distance.area.ifFinite
    drift.energy = (2 * distance.squaredArea).squareRoot().ifFinite
    drift.meanChange = current.meanChange(from: reference).ifFinite
    // Numbers below have lost digits, and their quotient would be wrong. The area is a sum of pieces over nm.
    let least = Double.leastNormalMagnitude
    let isExact = distance.largestGap == 0 || distance.area >= least * Double(n) * Double(m)
    if let deviation = reference.standardDeviation.ifFinite, deviation >= least {
      let ratio = current.standardDeviation / deviation
      drift.varianceRatio = (ratio * ratio).ifFinite
      if isExact { drift.wassersteinNormed = (distance.area / deviation).ifFinite }
    }
    let bins = DecileBins(reference)
    drift.compareShares(bins.counts(of: reference), bins.counts(of: current))
    return drift
  }

  /// Fills in how many values are missing and whether that is chance.
  mutating func compareMissing(
    _ reference: (count: Int, size: Int), _ current: (count: Int, size: Int)
  ) {
    func share(_ part: (count: Int, size: Int)) -> Double {
      part.size > 0 ? Double(part.count) / Double(part.size) : 0
    }
    missing = Paired(reference: share(reference), current: share(current))
    missingP = fisherTest(reference, current)
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
