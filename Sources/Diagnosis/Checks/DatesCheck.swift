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
      let isRead: Bool
      switch file.profile(column) {
      case .categorical(let profile) where DateText.isColumnOfDates(profile):
        let other = profile.levels.first { CalendarTime($0.text) == nil }
        example = (other ?? profile.levels[0]).text.quotedForMessage
        isRead = other == nil
      case .numeric(let profile) where DateText.isColumnOfDates(profile):
        (example, isRead) = (number(profile.minimum), true)
      default: return nil
      }
      return finding(
        .warning, "The cells are dates or times, such as \(example).", in: file.path,
        column: column,
        action: isRead
          ? "Give --dates \(column.cleaned), which makes numbers of their parts, or leave it out "
            + "with --drop."
          : "Write them as in 2024-05-01T13:45 and give --dates \(column.cleaned), or leave it out "
            + "with --drop.")
    }
  }
}
