import Datasets
import Runs

/// Categories of test that nothing was learned about.
struct UnseenCategoriesCheck: Check {
  let name = "unseen-categories"
  let why =
    "To the model all categories that it has not learned are one, and it learned nothing of that one."

  /// The share of cells from which on it matters.
  private static let share = 0.1

  func findings(in examination: Examination) -> [Finding] {
    guard let file = examination[.test] else { return [] }
    let identifiers = Set(examination.identifiers.map(\.column))
    return examination.features.compactMap { column in
      let learned = examination.learned.compactMap { $0.categories(column) }
      guard !identifiers.contains(column), !examination.isPreparedAsText(column),
        let test = file.categories(column), learned.contains(where: { $0.present > 0 }),
        !DateText.isColumnOfDates(test), !MixedTypesCheck.isMostlyNumbers(test),
        NumbersAsTextCheck.example(in: test) == nil
      else { return nil }
      // Other spellings of known ones are told as such.
      let known = Set(learned.flatMap { $0.levels.map { CategoryVariantsCheck.folded($0.text) } })
      let unseen = test.levels.filter { !known.contains(CategoryVariantsCheck.folded($0.text)) }
      let cells = unseen.reduce(0) { $0 + $1.count }
      guard cells > 0, Double(cells) >= Self.share * Double(test.present) else { return nil }
      return finding(
        .warning,
        "\(cells) of \(test.present) cells hold categories that are not learned: "
          + listed(unseen.map(\.text)) + ".",
        in: file.path, column: column,
        action: "Spell the categories alike in all files, add rows of the new ones to train, or "
          + "leave the column out with --drop.")
    }
  }
}
