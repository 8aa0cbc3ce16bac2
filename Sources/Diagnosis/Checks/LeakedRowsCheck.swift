import Datasets
import Runs

/// Rows, or series, of test that were learned from, and rows of train that the base has learned.
struct LeakedRowsCheck: Check {
  let name = "leaked-rows"
  let why = "The score counts rows whose answer was learned by heart, and looks better than it is."

  /// The share of test from which on rows under another label are a warning.
  private static let share = 0.01

  func findings(in examination: Examination) -> [Finding] {
    let columns = examination.columnsThatTellRowsApart
    let wanted: [(Runs.Split, Runs.Split)] = [
      (.train, .test), (.source, .test), (.source, .train),
    ]
    guard !columns.isEmpty else { return [] }
    let leaks: [Finding] = wanted.compactMap { first, second in
      guard let learned = examination[first], let file = examination[second],
        learned.path != file.path
      else { return nil }
      return leak(from: learned, into: file, columns)
    }
    return leaks + [contradictions(in: examination, columns)].compactMap(\.self)
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
      "\(shared) of \(file.samples) \(file.noun) stand in \(learned.path.pathForMessage) too"
        + (line.isEmpty ? "." : ", the first\(line), there\(first)."),
      in: file.path,
      why: isTest
        ? nil
        : "Validation rows are drawn from train: those that the base has learned make its score look "
          + "better than it is.",
      action: "Leave them out of \(isTest ? "test, or of what is learned" : "source or of train").")
  }

  /// Rows of test whose features stand in train under another label.
  ///
  /// In source they may do so rightly: there the answer to the same features may be another one.
  private func contradictions(in examination: Examination, _ columns: [String]) -> Finding? {
    let target = examination.configuration.data.target
    let features = columns.filter { $0 != target }
    guard features.count < columns.count, !features.isEmpty, let train = examination[.train],
      let test = examination[.test], train.path != test.path,
      let learned = examination.labels?[.train]?.samples,
      let asked = examination.labels?[.test]?.samples
    else { return nil }
    func hashes(_ file: ExaminedFile, _ columns: [String], _ samples: [Int]) -> [UInt64] {
      let all = RowHashes.samples(of: file, columns: columns)
      return samples.map { all[$0] }
    }
    let index = SampleIndex(hashes(train, features, learned))
    let withLabel = SampleIndex(hashes(train, columns, learned))
    let pairs = zip(hashes(test, features, asked), hashes(test, columns, asked)).enumerated()
    var (shared, others) = (0, 0)
    var example: (row: Int, of: Int)?
    for (place, (hash, hashWithLabel)) in pairs {
      guard let first = index.first(hash) else { continue }
      shared += 1
      guard withLabel.first(hashWithLabel) == nil else { continue }
      others += 1
      if example == nil { example = (asked[place], learned[first]) }
    }
    let expected =
      Double(learned.count) * Double(asked.count)
      * Coincidence.chance(of: features, in: train, test)
    guard let example, Double(shared) > Coincidence.factor * expected else { return nil }
    let (line, first) = (test.onLine(example.row), train.onLine(example.of))
    return finding(
      Double(others) >= Self.share * Double(asked.count) ? .warning : .note,
      "\(others) of \(test.samples) \(test.noun) have the features of one of "
        + "\(train.path.pathForMessage) and another label"
        + (line.isEmpty ? "." : ", the first\(line), there\(first)."),
      in: test.path, column: target,
      why: "One answer was learned by heart, and another counts as right: a label is wrong, or the "
        + "columns do not tell these \(test.noun) apart.",
      action: "Correct the labels, or leave the \(test.noun) out of test or of train.")
  }
}
