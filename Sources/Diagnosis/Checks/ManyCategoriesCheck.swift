import Datasets

/// Columns of so many categories that hardly one has rows enough.
struct ManyCategoriesCheck: Check {
  let name = "many-categories"
  let why =
    "Rare categories share one input and are no longer told apart; each of the others is an input "
    + "with few rows to learn it from."

  /// Beyond so many categories the others share an input.
  private static let most = 255

  /// Below so many rows a category may be rare; fewer categories than this are never many.
  private static let rows = 5
  private static let fewest = 20

  func findings(in examination: Examination) -> [Finding] {
    guard let file = examination.fitted else { return [] }
    let identifiers = Set(examination.identifiers.map(\.column))
    return examination.features.compactMap { column in
      guard let profile = file.categories(column), !identifiers.contains(column),
        !examination.isPreparedAsText(column),
        !DateText.isColumnOfDates(profile), !MixedTypesCheck.isMostlyNumbers(profile),
        NumbersAsTextCheck.example(in: profile) == nil,
        profile.levels.count > Self.most
          || profile.levels.count >= Self.fewest
            && profile.present < Self.rows * profile.levels.count
      else { return nil }
      return finding(
        .warning, "\(profile.levels.count) categories in \(profile.present) rows.", in: file.path,
        column: column,
        action:
          "Bring them to fewer groups that are known in advance, share them out with "
          + "--hash \(column.cleaned)=64, or leave the column out with --drop."
      )
    }
  }
}
