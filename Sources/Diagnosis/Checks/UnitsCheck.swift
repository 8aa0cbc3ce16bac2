import Datasets
import Foundation
import Runs
import Shift

/// A column whose numbers are in another unit in one file than in another.
struct UnitsCheck: Check {
  let name = "units-changed"
  let why =
    "What the model learned in one unit is used on numbers in another: they lie far outside of all "
    + "that it has seen, and are cut there."

  /// The fewest values, and the fewest different ones, of each file.
  private static let fewest = 10
  private static let fewestDifferent = 3

  /// The part of a change, in logarithms, by which centre, spread and reach may each miss it.
  private static let slack = 0.25

  /// A change by a smaller factor than this could be a shift: the shape has to agree as well.
  private static let sureFactor = 8.0

  /// How much nearer than now the two distributions have to be after the change
  /// (Kolmogorov-Smirnov).
  private static let nearer = 3.0

  func findings(in examination: Examination) -> [Finding] {
    examination.pairs.flatMap { reference, current in
      examination.featuresAndTarget.compactMap { column in
        guard let before = reference.numbers(column), let now = current.numbers(column),
          let change = Self.change(from: before.sample, to: now.sample)
        else { return nil }
        let middles = [before, now].map { NumberWords.short($0.sample.quantile(0.5) ?? 0) }
        return finding(
          .warning,
          "The numbers look like those of \(reference.path.cleaned) in another unit: "
            + "\(change.words). The median was \(middles[0]) and is \(middles[1]).",
          in: current.path, column: column, action: "Bring the column to one unit in all files.")
      }
    }
  }

  /// The change of units that explains how two samples differ; `nil` when none does.
  static func change(from before: SortedSample, to now: SortedSample) -> UnitChange? {
    guard let old = Measures(before), let new = Measures(now) else { return nil }
    let apart = distance(before, now)
    let fitting = UnitChange.all.compactMap { change -> (change: UnitChange, miss: Double)? in
      guard let miss = old.miss(of: change, to: new), miss <= slack else { return nil }
      // The shape of both has to agree better than now, the more so where a shift could do the
      // same.
      let after = distance(SortedSample(before.values.map { change($0) }), now)
      let needed = change.size >= log(sureFactor) ? 1 : nearer
      return after * needed <= apart ? (change, after) : nil
    }
    return fitting.min { $0.miss < $1.miss }?.change
  }

  private static func distance(_ first: SortedSample, _ second: SortedSample) -> Double {
    KolmogorovSmirnov.test(first, second, method: .live)?.statistic ?? 1
  }

  /// What a change of units alters in a known way.
  private struct Measures {
    let median: Double
    let spread: Double
    /// The median of magnitudes, and the magnitude that one in twenty exceeds.
    let magnitude: Double
    let reach: Double

    init?(_ sample: SortedSample) {
      let magnitudes = SortedSample(sample.values.map(abs))
      let different = zip(sample.values, sample.values.dropFirst()).reduce(1) {
        $0 + ($1.0 == $1.1 ? 0 : 1)
      }
      guard sample.values.count >= fewest, different >= fewestDifferent,
        let median = sample.quantile(0.5), let low = sample.quantile(0.25),
        let high = sample.quantile(0.75), let magnitude = magnitudes.quantile(0.5),
        let reach = magnitudes.quantile(0.95), high > low, magnitude > 0
      else { return nil }
      (self.median, spread) = (median, high - low)
      (self.magnitude, self.reach) = (magnitude, reach)
    }

    /// By how much of itself a change misses what is there now; `nil` where it cannot be told.
    func miss(of change: UnitChange, to now: Measures) -> Double? {
      if change.factor == 1 {
        // Nothing but the offset: it has to be far larger than what the values spread over.
        guard spread < abs(change.offset) / 4, now.spread < abs(change.offset) / 4 else {
          return nil
        }
        return abs(now.median - change(median)) / abs(change.offset)
      }
      let ofSpread = abs(log(now.spread / spread) - log(change.factor)) / change.size
      guard change.offset == 0 else {
        let way = abs(change(median) - median)
        return max(ofSpread, abs(now.median - change(median)) / max(way, .leastNormalMagnitude))
      }
      return [(now.magnitude, magnitude), (now.reach, reach)].reduce(ofSpread) { miss, pair in
        max(miss, abs(log(pair.0 / pair.1) - log(change.factor)) / change.size)
      }
    }
  }
}
