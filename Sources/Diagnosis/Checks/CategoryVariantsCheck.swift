import Datasets
import Runs

/// One category in several spellings, which differ in case or spaces alone.
struct CategoryVariantsCheck: Check {
  let name = "category-variants"
  let why =
    "Each spelling is a category of its own: rows that belong together are learned apart, and the "
    + "spelling of test may be unknown."

  /// Categories beyond so many are no small set that a person wrote.
  private static let most = 10_000

  func findings(in examination: Examination) -> [Finding] {
    let identifiers = Set(examination.identifiers.map(\.column))
    return examination.featuresAndTarget.compactMap { column in
      identifiers.contains(column) ? nil : finding(column, examination)
    }
  }

  private func finding(_ column: String, _ examination: Examination) -> Finding? {
    var variants: [String: [String: Int]] = [:]
    for file in examination.files {
      guard let profile = file.categories(column) else { continue }
      guard profile.levels.count <= Self.most else { return nil }
      for level in profile.levels {
        variants[Self.folded(level.text), default: [:]][level.text, default: 0] += level.count
      }
    }
    let several = variants.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
    guard let first = several.first else { return nil }
    let told = first.value.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(4).map { "\($0.key.quotedForMessage) (\($0.value))" }.joined(separator: ", ")
    // Where one file writes all of them otherwise, that file is the place.
    let place = examination.files.first { file in
      Set((file.categories(column)?.levels ?? []).map { Self.folded($0.text) }).count
        < (file.categories(column)?.levels.count ?? 0)
    }
    return finding(
      .warning,
      "One category in \(first.value.count) spellings: \(told)"
        + (several.count > 1 ? ", and \(several.count - 1) more." : "."),
      in: (place ?? examination.files.last)?.path, column: column,
      action: "Write each category in one way in all files.")
  }

  /// The text without what is mostly a slip: case, and spaces around words.
  static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
