import Datasets
import Runs
import Shift

extension FeatureDistribution {
  /// The most bins of a histogram.
  static let bins = 48

  /// The distributions of a numeric feature.
  ///
  /// - Parameters:
  ///   - name: The feature's name.
  ///   - reference: The sample that the other is compared with.
  ///   - current: The sample whose distribution may have moved.
  ///   - grid: The bins of the picture before, widened if need be; `nil` finds bins that fit.
  /// - Returns: The distributions, without correction for many features.
  static func numeric(
    name: String, reference: SortedSample, current: SortedSample, grid: HistogramGrid? = nil
  ) -> FeatureDistribution {
    let drift = FeatureDrift.numericDrift(
      name: name, reference: reference, current: current, method: .live)
    guard !reference.values.isEmpty || !current.values.isEmpty else {
      return FeatureDistribution(drift: drift, shape: .empty)
    }
    return FeatureDistribution(
      drift: drift,
      shape: .numeric(
        grid.map { .following($0, reference: reference, current: current) }
          ?? .make(reference: reference, current: current, bins: bins)),
      mean: Paired(reference: reference.mean, current: current.mean),
      standardDeviation: Paired(
        reference: reference.standardDeviation, current: current.standardDeviation))
  }

  /// The distributions of a categorical feature.
  static func categorical(
    name: String, reference: CategoricalColumn, current: CategoricalColumn
  ) -> FeatureDistribution {
    let counts = PairedCounts.make(reference: reference, current: current)
    return FeatureDistribution(
      drift: .categoricalDrift(name: name, reference: reference, current: current),
      shape: counts.labels.isEmpty ? .empty : .categorical(counts))
  }
}

extension [FeatureDistribution] {
  /// The same features with p values corrected for their number, and verdicts.
  func adjustedForMultipleTests() -> [FeatureDistribution] {
    zip(self, Shift.adjustingForMultipleTests(map(\.drift))).map { feature, drift in
      var feature = feature
      feature.drift = drift
      return feature
    }
  }
}

extension PairedHistogram {
  /// The share of a grid that values must fill, or new bins are found for them.
  private static let smallestShare = 1.0 / 8

  /// Counts in the bins of the picture before, so that it moves only when the values do.
  ///
  /// The grid grows when it must, and is left when the values have shrunk to a small part of it.
  fileprivate static func following(
    _ grid: HistogramGrid, reference: SortedSample, current: SortedSample
  ) -> PairedHistogram {
    let histogram = make(
      reference: reference, current: current,
      grid: grid.growing(toHold: reference, current))
    let filled = zip(histogram.reference, histogram.current).map { $0 + $1 > 0 }
    let first = filled.firstIndex(of: true) ?? 0
    let last = filled.lastIndex(of: true) ?? 0
    let share = Double(last - first + 1) / Double(filled.count)
    return share < smallestShare
      ? make(reference: reference, current: current, bins: FeatureDistribution.bins) : histogram
  }
}
