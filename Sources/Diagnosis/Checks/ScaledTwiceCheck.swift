import Datasets
import Runs

/// Columns that were standardised before, and are scaled again.
struct ScaledTwiceCheck: Check {
  let name = "scaled-twice"
  let why =
    "To scale once more changes nothing where nothing moved, and hides in which unit a weight is; "
    + "a mean and a deviation taken over test rows too have let test into what is learned."

  /// How exactly mean 0 and deviation 1 have to be met, and in standard errors of a mean: values
  /// that are near 0 and 1 by nature meet them in 1 case of 600.
  private static let tolerance = 1e-3
  private static let errors = 0.05

  func findings(in examination: Examination) -> [Finding] {
    let standard = examination.scaledFeatures.compactMap { finding($0, examination) }
    return standard.isEmpty ? ranged(in: examination) : standard
  }

  /// Columns that all go from 0 to 1: one may do so by nature.
  private func ranged(in examination: Examination) -> [Finding] {
    let files = examination.files
    guard let fitted = examination.fitted else { return [] }
    let columns = examination.scaledFeatures.filter { fitted.numbers($0)?.distinct ?? 0 > 2 }
    // Over the file that is fitted on, or over all before they were parted.
    let pool = [[fitted], files].first { pool in
      columns.allSatisfy { column in
        let profiles = pool.compactMap { $0.numbers(column) }
        return profiles.map(\.minimum).min() == 0 && profiles.map(\.maximum).max() == 1
      }
    }
    guard let pool, columns.count > 1 else { return [] }
    let knowsTest = pool.count > 1 && examination[.test] != nil
    return columns.map { column in
      finding(
        knowsTest ? .warning : .note, "It goes from 0 to 1 already, as all columns of numbers do.",
        in: fitted.path, column: column, action: Self.action)
    }
  }

  private static let action = "Leave the columns raw, or give --scale none when all are scaled."

  private func finding(_ column: String, _ examination: Examination) -> Finding? {
    let files = examination.files.compactMap { file in
      file.numbers(column).map { (file: file, moments: PooledMoments($0)) }
    }
    // A column by each file's own numbers has lost what moved between them.
    if let test = files.first(where: { $0.file.split == .test }), Self.isStandard(test.moments),
      let other = files.first(where: { $0.file.split != .test }), Self.isStandard(other.moments)
    {
      return finding(
        .warning,
        "It has mean 0 and deviation 1 in \(other.file.path.pathForMessage) and here, each by itself.",
        in: test.file.path, column: column,
        why:
          "Each file was scaled by its own numbers: what moved between them is gone, and the model "
          + "will not meet such values where rows come one by one.",
        action:
          "Scale test by the mean and deviation of train: leave the columns raw and let --scale do "
          + "it."
      )
    }
    // Scaled by one file, or by several together before they were parted.
    let pools = (1..<(1 << files.count)).map { set in
      files.indices.filter { set >> $0 & 1 == 1 }.map { files[$0] }
    }
    guard let pool = pools.first(where: { Self.isStandard(PooledMoments($0.map(\.moments))) })
    else { return nil }
    let knowsTest = pool.contains { $0.file.split == .test }
    let scaling = examination.configuration.data.preprocessing.scaling(of: column)
    let isHarmless = scaling == .standard && !knowsTest
    return finding(
      knowsTest ? .warning : .note,
      "It has mean 0 and deviation 1 already, over "
        + "\(pool.map(\.file.path.pathForMessage).joined(separator: " and ")), and --scale "
        + "\(scaling.rawValue) scales it again"
        + (isHarmless ? ": harmless." : "."),
      in: pool[0].file.path, column: column,
      action: Self.action)
  }

  private static func isStandard(_ moments: PooledMoments) -> Bool {
    guard moments.count >= 10 else { return false }
    let count = moments.count
    let limit = min(tolerance, errors / count.squareRoot())
    // Programs divide by n, or by n - 1.
    let bySample = moments.deviation * (count / (count - 1)).squareRoot()
    return abs(moments.mean) <= limit
      && min(abs(moments.deviation - 1), abs(bySample - 1)) <= limit
  }
}

extension Examination {
  /// The features whose numbers are scaled.
  fileprivate var scaledFeatures: [String] {
    features.filter { configuration.data.preprocessing.scaling(of: $0) != .none }
  }
}
