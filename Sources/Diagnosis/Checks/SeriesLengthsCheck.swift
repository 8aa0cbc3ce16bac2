/// Series of very different lengths.
struct SeriesLengthsCheck: Check {
  let name = "series-lengths"
  let why =
    "Every series takes the room of the longest; one that is cut short or runs on far beyond the "
    + "others is mostly a name that was used twice, or steps that were lost."

  /// How many times as long, or as short, as the one in the middle.
  private static let factor = 10

  func findings(in examination: Examination) -> [Finding] {
    examination.files.compactMap { file in
      guard let lengths = file.lengths, lengths.count > 1, let shortest = lengths.min(),
        let longest = lengths.max(), let middle = lengths.upperMiddle
      else { return nil }
      guard longest >= Self.factor * middle || middle >= Self.factor * shortest else { return nil }
      return finding(
        .warning,
        "The series have from \(shortest) to \(longest) steps, the one in the middle \(middle).",
        in: file.path, action: "Part the long ones, leave out the short ones, or mend their names.")
    }
  }
}
