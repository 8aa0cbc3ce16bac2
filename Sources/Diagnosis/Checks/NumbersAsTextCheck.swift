import Datasets

/// Numbers with signs, units or marks of thousands, which are taken for categories.
struct NumbersAsTextCheck: Check {
  let name = "numbers-as-text"
  let why =
    "As categories the numbers have neither order nor distance, and one that is new in test is "
    + "unknown."

  /// The share of cells that have to be such numbers, and how many different ones there have to be.
  private static let share = 0.9
  private static let fewest = 5

  func findings(in examination: Examination) -> [Finding] {
    guard let file = examination.fitted else { return [] }
    return examination.featuresAndTarget.compactMap { column in
      guard !examination.isCategoryByOption(column), let profile = file.categories(column),
        let example = Self.example(in: profile)
      else { return nil }
      return finding(
        .warning,
        "The cells are numbers written with more than digits, such as "
          + "\(example.quotedForMessage), and are taken for \(profile.levels.count) categories.",
        in: file.path, column: column,
        action: "Write plain numbers such as 1234.5, or name the column in --categorical.")
    }
  }

  /// One of the cells, when they are numbers with signs; `nil` for other columns.
  static func example(in profile: CategoricalProfile) -> String? {
    guard profile.levels.count >= fewest, !DateText.isColumnOfDates(profile) else { return nil }
    var signs: Set<String> = []
    var example: String?
    var found = 0
    let levels = RowDraw.rows(of: profile.levels.count, limit: 2000).map { profile.levels[$0] }
    for level in levels {
      if let number = NumberInText(level.text) {
        signs.insert(number.decoration)
        example = example ?? level.text
        found += level.count
      } else if MixedTypesCheck.isNumber(level.text) {
        // Plain ones among them count: 5 beside 1,200.
        found += level.count
      }
    }
    let total = levels.reduce(0) { $0 + $1.count }
    let letters = signs.filter { $0.count == 1 && $0.allSatisfy(\.isLetter) }
    // Codes such as 12A and 7C have many endings, a unit has one or two.
    guard signs.count <= 2, letters.count <= 1, Double(found) >= share * Double(total) else {
      return nil
    }
    return example
  }
}
