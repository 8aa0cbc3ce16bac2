import Datasets
import Runs

/// Values that stand for a missing one: -999 among numbers, "n.a." among categories.
struct PlaceholderCheck: Check {
  let name = "placeholder-values"
  let why =
    "They are learned as what they look like: one -999 shifts the mean and stretches the scale of "
    + "the whole column, and an \"unknown\" is a category like any other. An empty cell is known "
    + "to be missing."

  /// Numbers that are written for what is missing, by their magnitude.
  private static let magnitudes: Set<Double> = [
    9, 99, 999, 9999, 99999, 999_999, 9_999_999, 88, 888, 8888, 88888, 77, 777, 7777,
    99.9, 999.9, 9999.9, 99.99, 999.99, 9999.99,
    32767, 32768, 65535, 2_147_483_647, 2_147_483_648, 4_294_967_295,
    1e20, 1e30, 9.969_209_968_386_869e36, 3.402_823_466_385_288_6e38,
  ]

  /// Texts that can mean nothing else, and such as may be a category in earnest.
  private static let texts: Set<String> = [
    "n.a.", "n.a", "na.", "n/a.", "na", "nan.", "nil", "(null)", "<null>", "<none>", "\\n",
    "not available", "not applicable", "missing", "(missing)", "undefined", "no data", "nodata",
    "-", "--", "---", ".", "..", "...", "??", "???", "*", "empty", "(blank)", "tbd",
    "#value!", "#ref!", "#div/0!", "#name?", "#num!",
  ]
  private static let doubtful: Set<String> = ["unknown", "none", "not known", "other/unknown"]

  func findings(in examination: Examination) -> [Finding] {
    examination.files.flatMap { file in
      examination.featuresAndTarget.compactMap { column in
        switch file.profile(column) {
        // Numbers that name classes are unseen or stray labels.
        case .numeric(let profile)
        where column != examination.configuration.data.target
          || column == examination.regressionTarget:
          numbers(column, profile, in: file)
        case .categorical(let profile)
        where !examination.isCategoryByOption(column) && !MixedTypesCheck.isMostlyNumbers(profile):
          words(column, profile, in: file)
        default: nil
        }
      }
    }
  }

  private func numbers(
    _ column: String, _ profile: NumericProfile, in file: ExaminedFile
  ) -> Finding? {
    let isAtAnEnd = Self.isCandidate(profile.minimum) || Self.isCandidate(profile.maximum)
    guard isAtAnEnd, case .numeric(let values)? = file.table[column] else { return nil }
    var (low, high) = (Double.infinity, -Double.infinity)
    var others = 0
    for value in values where !value.isNaN && !Self.isCandidate(value) {
      low = min(low, value)
      high = max(high, value)
      others += 1
    }
    guard low < high, others >= 10 else { return nil }
    let found = [profile.minimum, profile.maximum].filter { value in
      guard Self.isCandidate(value), value < low || value > high else { return false }
      let gap = value < low ? low - value : value - high
      // A place far from all others, or a sign that none of them has.
      return gap > high - low || (value <= -99 && low >= 0)
    }
    guard let value = found.first else { return nil }
    let count = values.reduce(0) { $0 + ($1 == value ? 1 : 0) }
    return finding(
      .warning,
      "\(number(value)) stands in \(count) of \(values.count) rows, "
        + "first\(file.onLine(values.firstIndex(of: value))); all others lie between "
        + "\(number(low)) and \(number(high)).",
      in: file.path, column: column,
      action: "Empty these cells, so that they are taken for missing.")
  }

  private static func isCandidate(_ value: Double) -> Bool { magnitudes.contains(abs(value)) }

  private func words(
    _ column: String, _ profile: CategoricalProfile, in file: ExaminedFile
  ) -> Finding? {
    func levels(in words: Set<String>) -> [CategoricalProfile.Level] {
      profile.levels.filter {
        $0.text.utf8.count < 20 && words.contains($0.text.lowercased().trimmed)
      }
    }
    let sure = levels(in: Self.texts)
    let all = sure.isEmpty ? levels(in: Self.doubtful) : sure
    guard !all.isEmpty, profile.levels.count > all.count else { return nil }
    let count = all.reduce(0) { $0 + $1.count }
    return finding(
      sure.isEmpty ? .note : .warning,
      "\(listed(all.map(\.text), most: 3)) in \(count) of \(file.table.rowCount) rows "
        + "\(all.count == 1 ? "is" : "are") taken for "
        + "\(all.count == 1 ? "a category" : "categories").",
      in: file.path, column: column,
      action: "Empty the cells if nothing is known there; if it is a category, name the column in "
        + "--categorical.")
  }
}
