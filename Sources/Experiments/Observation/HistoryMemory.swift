import Runs
import Shift

/// The histories of all views of a run's model, against the references that were looked at.
struct HistoryMemory {
  private var histories: [GridMemory.Key: HistogramHistory] = [:]

  /// The history of a view, if any look was taken down.
  subscript(key: GridMemory.Key) -> HistogramHistory? { histories[key] }

  /// Takes down a look at a view; histories of earlier runs are forgotten.
  ///
  /// - Parameters:
  ///   - key: What was looked at.
  ///   - epoch: The completed epochs.
  ///   - samples: The values of every feature.
  mutating func record(_ key: GridMemory.Key, epoch: Int, _ samples: [Paired<SortedSample>]) {
    if histories[key] == nil { histories = histories.filter { $0.key.run == key.run } }
    var history = histories.removeValue(forKey: key) ?? HistogramHistory()
    let grids = history.grids.count == samples.count ? history.grids : nil
    history.append(
      epoch: epoch,
      histograms: samples.enumerated().map { index, sample in
        .make(
          reference: sample.reference, current: sample.current,
          grid: grids?[index].growing(toHold: sample.reference, sample.current)
            ?? .fitting(
              sample.reference, sample.current, bins: FeatureDistribution.bins))
      },
      distances: samples.map { KolmogorovSmirnov.statistic($0.reference, $0.current) })
    histories[key] = history
  }
}
