import Datasets
import Runs

/// Rows, or series, of test that were learned from, and rows of train that the base has learned.
struct LeakedRowsCheck: Check {
  let name = "leaked-rows"
  let why = "The score counts rows whose answer was learned by heart, and looks better than it is."

  func findings(in examination: Examination) -> [Finding] {
    let columns = examination.columnsThatTellRowsApart
    let wanted: [(Runs.Split, Runs.Split)] = [
      (.train, .test), (.source, .test), (.source, .train),
    ]
    guard !columns.isEmpty else { return [] }
    return wanted.compactMap { first, second in
      guard let learned = examination[first], let file = examination[second],
        learned.path != file.path
      else { return nil }
      return leak(from: learned, into: file, columns)
    }
  }

  private func leak(
    from learned: ExaminedFile, into file: ExaminedFile, _ columns: [String]
  ) -> Finding? {
    let index = SampleIndex(RowHashes.samples(of: learned, columns: columns))
    var shared = 0
    var example: (row: Int, of: Int)?
    for (sample, hash) in RowHashes.samples(of: file, columns: columns).enumerated() {
      guard let place = index.first(hash) else { continue }
      shared += 1
      if example == nil { example = (sample, place) }
    }
    let expected =
      Double(learned.samples) * Double(file.samples)
      * Coincidence.chance(of: columns, in: learned, file)
    guard let example, Double(shared) > Coincidence.factor * expected else { return nil }
    let (line, first) = (file.onLine(example.row), learned.onLine(example.of))
    let isTest = file.split == .test
    return finding(
      isTest ? (2 * shared >= file.samples ? .error : .warning) : .note,
      "\(shared) of \(file.samples) \(file.noun) stand in \(learned.path.cleaned) too"
        + (line.isEmpty ? "." : ", the first\(line), there\(first)."),
      in: file.path,
      why: isTest
        ? nil
        : "Validation rows are drawn from train: those that the base has learned make its score look "
          + "better than it is.",
      action: "Leave them out of \(isTest ? "test, or of what is learned" : "source or of train").")
  }
}
