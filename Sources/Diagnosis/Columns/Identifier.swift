import Datasets
import Runs
import Shift

/// A column that tells rows apart, and how it was found.
struct Identifier: Sendable {
  let column: String
  let file: String
  let reason: String
}

extension Examination {
  /// The features that name or number the rows of the file that most is learned from.
  func findIdentifiers() -> [Identifier] {
    guard let file = learned.max(by: { $0.table.rowCount < $1.table.rowCount }) else { return [] }
    return features.compactMap { column in
      guard !isCategoryByOption(column), let reason = Self.reason(for: column, in: file) else {
        return nil
      }
      return Identifier(column: column, file: file.path, reason: reason)
    }
  }

  private static func reason(for column: String, in file: ExaminedFile) -> String? {
    switch file.table[column] {
    case .numeric(let values): file.numbers(column).flatMap { reason(column, values, $0) }
    case .categorical: file.categories(column).flatMap { reason(column, $0) }
    case nil: nil
    }
  }

  /// Fewer rows than this tell nothing.
  private static let fewest = 10

  private static func reason(
    _ column: String, _ values: [Double], _ profile: NumericProfile
  ) -> String? {
    guard profile.isWhole, profile.present >= fewest else { return nil }
    let count = Double(profile.present)
    // What is drawn comes first: few columns of whole numbers have no value twice there.
    if profile.distinct == profile.sample.values.count {
      let present = values.filter { !$0.isNaN }
      let isRising = zip(present, present.dropFirst()).allSatisfy { $0 < $1 }
      let isFalling = zip(present, present.dropFirst()).allSatisfy { $0 > $1 }
      if isRising || isFalling {
        return
          "Whole numbers that \(isRising ? "rise" : "fall") from each row to the next, as a count "
          + "of rows or a time does."
      }
      // Whole numbers drawn from this range would coincide in n^2 / 2R pairs (the birthday
      // problem).
      let range = profile.maximum - profile.minimum + 1
      let coincidences = count * count / (2 * range)
      let isUnlikely = coincidences > 4.6 || (namesRows(column) && count > 2)
      if isUnlikely, Set(present).count == present.count {
        return "\(profile.present) whole numbers of which none stands twice."
      }
    }
    return namesRows(column) && profile.distinct > 20
      ? "The name says that the numbers stand for things; as amounts they mean nothing." : nil
  }

  private static func reason(_ column: String, _ profile: CategoricalProfile) -> String? {
    guard profile.present >= fewest,
      Double(profile.levels.count) >= 0.95 * Double(profile.present),
      !DateText.isColumnOfDates(profile), !MixedTypesCheck.isMostlyNumbers(profile),
      NumbersAsTextCheck.example(in: profile) == nil
    else { return nil }
    let words = profile.levels.prefix(200).map { $0.text.split(separator: " ").count }
    let isProse = words.reduce(0, +) >= 4 * words.count
    return
      "\(profile.levels.count) different \(isProse ? "texts" : "names") in \(profile.present) rows."
  }

  /// Whether the words of a name say that it names rows: `id`, `customer_id`, `rowId`, `uuid`,
  /// `Unnamed: 0`.
  private static func namesRows(_ column: String) -> Bool {
    let words = NameWords.of(column)
    if ["index", "idx", "row", "rownumber", "unnamed", "key"].contains(words.first ?? "") {
      return words.count == 1 || words.first == "unnamed"
    }
    return words.contains { ["id", "ids", "uid", "uuid", "guid", "rowid"].contains($0) }
  }
}
