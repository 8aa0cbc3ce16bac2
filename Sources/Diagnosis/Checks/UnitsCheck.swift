import Datasets
import Runs
import Shift

/// A column whose numbers are in another unit in one file than in another.
struct UnitsCheck: Check {
  let name = "units-changed"
  let why =
    "What the model learned in one unit is used on numbers in another: they lie far outside of all "
    + "that it has seen, and are cut there."

  func findings(in examination: Examination) -> [Finding] {
    let identifiers = Set(examination.identifiers.map(\.column))
    let columns = examination.featuresAndTarget.filter { !identifiers.contains($0) }
    return examination.pairs.flatMap { reference, current in
      columns.compactMap { column in
        guard let before = reference.numbers(column), let now = current.numbers(column),
          let change = UnitComparison(before.sample, now.sample)?.change
        else { return nil }
        let middles = [before, now].map { short($0.sample.quantile(0.5) ?? 0) }
        return finding(
          .warning,
          "The numbers look like those of \(reference.path.pathForMessage) in another unit: "
            + "\(change.words). The median was \(middles[0]) and is \(middles[1]).",
          in: current.path, column: column, action: "Bring the column to one unit in all files.")
      }
    }
  }
}
