import Datasets
import Runs

/// Missing values that are more frequent in one file than in another.
struct MissingValuesCheck: Check {
  let name = "missing-values"
  let why =
    "Gaps are filled with what is usual in the file that preprocessing is fitted on: where they "
    + "are frequent in one file alone, the network meets there what it has not learned from."

  /// The difference of shares from which on it matters, and the share where the other file has
  /// none.
  private static let difference = 0.1
  private static let shareAgainstNone = 0.05

  /// How many standard errors apart the shares have to be: p < 0.01, two-sided.
  private static let errors = 2.58

  func findings(in examination: Examination) -> [Finding] {
    examination.pairs.flatMap { reference, current in
      examination.features.compactMap { finding($0, reference, current) }
    }
  }

  private func finding(
    _ column: String, _ reference: ExaminedFile, _ current: ExaminedFile
  ) -> Finding? {
    guard let before = reference.profile(column), let now = current.profile(column) else {
      return nil
    }
    let (first, second) = (before.missingShare, now.missingShare)
    let matters =
      abs(first - second) >= Self.difference
      || min(first, second) == 0 && max(first, second) >= Self.shareAgainstNone
    guard matters, isReal(before, now) else { return nil }
    let isGone = now.present == 0
    return finding(
      .warning,
      isGone
        ? "Every value is missing, and of \(reference.path.pathForMessage) \(percent(first)) are."
        : "\(percent(second)) of the values are missing, of \(reference.path.pathForMessage) \(percent(first)).",
      in: current.path, column: column,
      action: isGone || before.present == 0
        ? "Fill it, or leave it out with --drop."
        : "Find out why they differ; fill them by one rule in all files, or leave the column out with "
          + "--drop.")
  }

  /// Whether two shares differ by more than chance: the two-proportion z test.
  private func isReal(_ before: ColumnProfile, _ now: ColumnProfile) -> Bool {
    let n = Double(before.present + before.missing)
    let m = Double(now.present + now.missing)
    guard n > 0, m > 0 else { return false }
    let pooled = Double(before.missing + now.missing) / (n + m)
    let error = (pooled * (1 - pooled) * (1 / n + 1 / m)).squareRoot()
    return abs(before.missingShare - now.missingShare) > Self.errors * error
  }
}
