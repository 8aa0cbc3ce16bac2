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

  /// A change by a smaller factor than this could be a shift: the shapes have to agree as well.
  private static let sureFactor = 8.0

  /// How near the two distributions have to be then (Kolmogorov-Smirnov), or as near as chance
  /// leaves them in 95 of 100 cases, and how much nearer than now.
  private static let near = 0.1
  private static let nearer = 2.0

  func findings(in examination: Examination) -> [Finding] {
    let identifiers = Set(examination.identifiers.map(\.column))
    let columns = examination.featuresAndTarget.filter { !identifiers.contains($0) }
    return examination.pairs.flatMap { reference, current in
      columns.compactMap { column in
        guard let before = reference.numbers(column), let now = current.numbers(column),
          let change = Self.change(from: before.sample, to: now.sample)
        else { return nil }
        let middles = [before, now].map { short($0.sample.quantile(0.5) ?? 0) }
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
    let (n, m) = (Double(before.values.count), Double(now.values.count))
    let chance = 1.36 * ((n + m) / (n * m)).squareRoot()
    let fitting = UnitChange.all.compactMap { change -> (change: UnitChange, distance: Double)? in
      let agreement = old.agreement(with: new, after: change)
      guard agreement != .none else { return nil }
      let after = distance(SortedSample(before.values.map { change($0) }), now)
      let isSure = agreement == .beyondShift || change.size >= log(sureFactor)
      let isNear = after <= max(near, chance) && after * nearer <= apart
      return after <= apart && (isSure || isNear) ? (change, after) : nil
    }
    return fitting.min { $0.distance < $1.distance }?.change
  }

  private static func distance(_ first: SortedSample, _ second: SortedSample) -> Double {
    KolmogorovSmirnov.test(first, second, method: .live)?.statistic ?? 1
  }
}
