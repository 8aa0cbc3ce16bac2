import Datasets
import Runs

/// Rows, or series, that stand in a file more than once.
struct DuplicateRowsCheck: Check {
  let name = "duplicate-rows"
  let why =
    "A row that stands twice counts twice, and when one of the two is held out for validation the "
    + "score there is that of a row that was learned."

  func findings(in examination: Examination) -> [Finding] {
    let columns = examination.columnsThatTellRowsApart
    guard !columns.isEmpty else { return [] }
    return examination.files.compactMap { file in
      let index = SampleIndex(RowHashes.samples(of: file, columns: columns))
      let count = Double(file.samples)
      let expected = count * (count - 1) / 2 * Coincidence.chance(of: columns, in: file, file)
      guard let (row, earlier) = index.firstRepeat,
        Double(index.repeats) > Coincidence.factor * expected
      else { return nil }
      let (line, first) = (file.onLine(row), file.onLine(earlier))
      return finding(
        Double(index.repeats) >= 0.01 * count ? .warning : .note,
        "\(index.repeats) of \(file.samples) \(file.noun) "
          + "\(index.repeats == 1 ? "repeats" : "repeat") an earlier one in every cell"
          + (line.isEmpty ? "." : ", the first\(line), the same as\(first)."),
        in: file.path,
        why: file.split == .test ? "A row that stands twice counts twice in the score." : nil,
        action: "Leave out the repeated \(file.noun), unless they were observed twice.")
    }
  }
}
