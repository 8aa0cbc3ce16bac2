import Datasets
import Runs

/// Columns of numbers that a few cells turn into text, in one file or between files.
struct MixedTypesCheck: Check {
  let name = "mixed-types"
  let why =
    "One cell of text makes categories of a whole column of numbers: each number is then a word, "
    + "without order or distance. Where the model learned on numbers, text is refused."

  func findings(in examination: Examination) -> [Finding] {
    examination.featuresAndTarget.flatMap { column -> [Finding] in
      guard !examination.isCategoryByOption(column) else { return [] }
      return examination.files.compactMap { file in
        guard let profile = file.categories(column) else { return nil }
        let earlier = examination.files.prefix { $0.split != file.split }
        let other = earlier.first { $0.profile(column)?.present ?? 0 > 0 }
        // Classes are told by their spelling, in whichever file.
        let isClass =
          column == examination.configuration.data.target
          && examination.configuration.data.task == .classification
        if let other, other.numbers(column) != nil, !isClass {
          return contradiction(column, profile, in: file, against: other)
        }
        return slips(column, profile, in: file)
      }
    }
  }

  private func contradiction(
    _ column: String, _ profile: CategoricalProfile, in file: ExaminedFile,
    against other: ExaminedFile
  ) -> Finding {
    let texts = Self.texts(of: profile)
    return finding(
      .error,
      "\(Self.told(texts, column, in: file)) no number, and \(other.path.pathForMessage) has numbers in "
        + "this column.", in: file.path, column: column,
      action: "Correct or empty the cells, or name the column in --categorical.")
  }

  private func slips(
    _ column: String, _ profile: CategoricalProfile, in file: ExaminedFile
  ) -> Finding? {
    guard Self.isMostlyNumbers(profile) else { return nil }
    let texts = Self.texts(of: profile)
    guard !texts.isEmpty else { return nil }
    return finding(
      .warning,
      "\(Self.told(texts, column, in: file)) text in a column of numbers "
        + "(\(percent(profile.share(where: Self.isNumber))) of its cells).",
      in: file.path, column: column,
      action: "Correct or empty the cells, or name the column in --categorical.")
  }

  /// Which cells are text, and where the first one is.
  private static func told(
    _ texts: [CategoricalProfile.Level], _ column: String, in file: ExaminedFile
  ) -> String {
    let first = texts.compactMap { level -> Int? in
      guard case .categorical(let cells)? = file.table[column] else { return nil }
      return cells.codes.firstIndex(of: Int32(level.code))
    }.min()
    let count = texts.reduce(0) { $0 + $1.count }
    let (names, line) = (listed(texts.map(\.text), most: 3), file.onLine(first))
    guard count > 1 else { return "\(names)\(line) is" }
    return "\(names) in \(count) cells\(line.isEmpty ? "" : ", the first\(line),") are"
  }

  /// The levels that are no numbers, the most frequent first.
  private static func texts(of profile: CategoricalProfile) -> [CategoricalProfile.Level] {
    profile.levels.filter { !isNumber($0.text) }.sorted {
      ($1.count, $0.code) < ($0.count, $1.code)
    }
  }

  static func isNumber(_ text: String) -> Bool { NumberParser.parse(text) != nil }

  /// Whether categories are a column of numbers with a few texts in it: nine cells of ten are
  /// numbers, or more than half are, of more kinds than classes have.
  static func isMostlyNumbers(_ profile: CategoricalProfile) -> Bool {
    guard let first = profile.levels.first, profile.levels.count > 1 else { return false }
    // In order of code points numbers stand first: a column of words is known by its first level.
    if !isNumber(first.text), !profile.levels.prefix(50).contains(where: { isNumber($0.text) }) {
      return false
    }
    let numbers = profile.levels.filter { isNumber($0.text) }
    let share = Double(numbers.reduce(0) { $0 + $1.count }) / Double(max(profile.present, 1))
    return share >= 0.9
      || share > 0.5 && numbers.count > TargetEncoder.largestNumberOfNumericClasses
  }
}
