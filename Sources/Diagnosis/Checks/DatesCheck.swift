import Datasets

/// Dates and times that are taken for categories, or for amounts.
struct DatesCheck: Check {
  let name = "dates"
  let why =
    "As categories each day is a word of its own, which test has never seen; as a number such as "
    + "20240131 the last of a month and the first of the next are 70 apart."

  func findings(in examination: Examination) -> [Finding] {
    guard let file = examination.fitted else { return [] }
    return examination.features.compactMap { column in
      guard !examination.isCategoryByOption(column) else { return nil }
      let example: String
      switch file.profile(column) {
      case .categorical(let profile) where DateText.isColumnOfDates(profile):
        example = profile.levels[0].text.quotedForMessage
      case .numeric(let profile) where DateText.isColumnOfDates(profile):
        example = number(profile.minimum)
      default: return nil
      }
      return finding(
        .warning, "The cells are dates or times, such as \(example).", in: file.path,
        column: column,
        action:
          "Write what matters of it as columns of their own, such as month, weekday or days since "
          + "a beginning, and leave it out with --drop.")
    }
  }
}
