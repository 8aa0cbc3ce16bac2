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
    var hashes: [Runs.Split: [UInt64]] = [:]
    for file in examination.files {
      hashes[file.split] = RowHashes.samples(of: file, columns: columns)
    }
    let leaks: [Finding] = wanted.compactMap { first, second in
      guard let learned = examination[first], let file = examination[second],
        learned.path != file.path
      else { return nil }
      return leak(from: learned, into: file, columns, hashes)
    }
    return leaks + [contradictions(in: examination, columns, hashes)].compactMap(\.self)
  }

  private func leak(
    from learned: ExaminedFile, into file: ExaminedFile, _ columns: [String],
    _ hashes: [Runs.Split: [UInt64]]
  ) -> Finding? {
    let index = SampleIndex(hashes[learned.split] ?? [])
    var shared = 0
    var example: (row: Int, of: Int)?
    for (sample, hash) in (hashes[file.split] ?? []).enumerated() {
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
      "\(shared) of \(file.samples) \(file.noun) \(shared == 1 ? "stands" : "stand") in \(learned.path.pathForMessage) too"
        + (line.isEmpty ? "." : ", the first\(line), there\(first)."),
      in: file.path,
      why: isTest
        ? nil
        : "Validation rows are drawn from train: those that the base has learned make its score look "
          + "better than it is.",
      action: "Leave them out of \(isTest ? "test, or of what is learned" : "source or of train").")
  }

  /// Rows of test whose features stand in train under another class; two numbers may well differ.
  ///
  /// In source they may do so rightly: there the answer to the same features may be another one.
  private func contradictions(
    in examination: Examination, _ columns: [String], _ hashes: [Runs.Split: [UInt64]]
  ) -> Finding? {
    let target = examination.configuration.data.target
    let features = columns.filter { $0 != target }
    guard examination.labels?.encoder.task == .classification, features.count < columns.count,
      !features.isEmpty, let train = examination[.train],
      let test = examination[.test], train.path != test.path,
      let learned = examination.labels?[.train]?.samples,
      let asked = examination.labels?[.test]?.samples
    else { return nil }
    // A gap in the target is no label: rows without one are left out.
    let ofTrain = RowHashes.samples(of: train, columns: features)
    let ofTest = RowHashes.samples(of: test, columns: features)
    let index = SampleIndex(learned.map { ofTrain[$0] })
    let withLabel = SampleIndex(learned.compactMap { hashes[.train]?[$0] })
    var (shared, others) = (0, 0)
    var example: (row: Int, of: Int)?
    for row in asked {
      guard let first = index.first(ofTest[row]) else { continue }
      shared += 1
      guard let hash = hashes[.test]?[row], withLabel.first(hash) == nil else { continue }
      others += 1
      if example == nil { example = (row, learned[first]) }
    }
    let expected =
      Double(learned.count) * Double(asked.count)
      * Coincidence.chance(of: features, in: train, test)
    guard let example, Double(shared) > Coincidence.factor * expected else { return nil }
    let (line, first) = (test.onLine(example.row), train.onLine(example.of))
    return finding(
      Double(others) >= Self.share * Double(asked.count) ? .warning : .note,
      "\(others) of \(test.samples) \(test.noun) \(others == 1 ? "has" : "have") the features of one of "
        + "\(train.path.pathForMessage) and another label"
        + (line.isEmpty ? "." : ", the first\(line), there\(first)."),
      in: test.path, column: target,
      why: "One answer was learned by heart, and another counts as right: a label is wrong, or the "
        + "columns do not tell these \(test.noun) apart.",
      action: "Correct the labels, or leave the \(test.noun) out of test or of train.")
  }
}
