import Datasets
import Foundation
import Runs
import Testing

@testable import Experiments

/// Writes files to a folder of their own, calls `body` with their paths, and removes them.
func withFiles<Result>(_ files: [String: String], _ body: ([String: String]) throws -> Result)
  throws
  -> Result
{
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("experiments-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  var paths: [String: String] = [:]
  for (name, text) in files {
    let url = folder.appendingPathComponent(name)
    try text.write(to: url, atomically: true, encoding: .utf8)
    paths[name] = url.path
  }
  return try body(paths)
}

@Suite struct DataPreparationTests {
  private let train = "a,b,y\n1,x,no\n2,x,yes\n3,z,no\n4,x,yes\n5,x,\n6,z,yes\n7,z,no\n8,x,yes\n"
  private let test = "a,b,y\n1,x,no\n900,q,maybe\n3,z,yes\n4,x,\n5,,perhaps\n"

  private func prepare(
    _ files: [String: String], _ change: (inout DataConfiguration) -> Void = { _ in }
  ) throws -> PreparedData {
    try withFiles(files) { paths in
      var configuration = DataConfiguration(
        source: paths["source"], train: try #require(paths["train"]), test: paths["test"],
        target: "y")
      configuration.validationSplit = 0
      change(&configuration)
      return try DataPreparation.prepare(configuration, seed: 0)
    }
  }

  @Test func saysWhatWasLeftOutAndWhatIsNew() throws {
    let data = try prepare(["train": train, "test": test])
    #expect(data.summary.rows == [.train: 7, .test: 4])
    #expect(data.summary.classes == ["no", "yes"])
    #expect(data.summary.features == ["a", "b"])
    #expect(data.splits[.test]?.target == .classes([0, -1, 1, -1]))
    #expect(data.summary.clippedCells[.test] == 1)
    #expect(data.summary.clippedCells[.train] == 0)
    let warnings = data.summary.warnings.joined(separator: "\n")
    #expect(warnings.contains("1 of 8 rows"))
    #expect(warnings.contains("\"maybe\", \"perhaps\""))
    #expect(warnings.contains("1 scaled cell of 1 column cut at +-10"))
    #expect(warnings.contains("1 cell with a category that was not seen in fitting (b)"))
    #expect(data.summary.warnings.allSatisfy { !$0.contains("\n") })
  }

  @Test func takesTheClassesOfSourceAndTrain() throws {
    let source = "a,b,y\n1,x,maybe\n2,z,no\n3,x,no\n"
    let data = try prepare(["source": source, "train": train, "test": test])
    #expect(data.summary.classes == ["maybe", "no", "yes"])
    #expect(data.splits[.test]?.target == .classes([1, 0, 2, -1]))
    // Fitted on source: its mean is 2.
    #expect(data.splits[.source]?.matrix.values.prefix(1) == [Float(-1 / (2.0 / 3).squareRoot())])
  }

  @Test func takesTheTailWhenAsked() throws {
    let data = try prepare(["train": train]) {
      $0.validationSplit = 0.3
      $0.validationTail = true
      $0.preprocessing.scaling = .none
    }
    // Seven rows have a target; floor(7 * 0.7) = 4 are kept.
    #expect(data.summary.rows == [.train: 4, .validation: 3])
    #expect(data.tables[.validation]?["a"] == .numeric([6, 7, 8]))
  }

  @Test(arguments: [
    ("a,y\n1,no\n2,yes\n3,no\n4,yes\n", 0.97, "1 row of train is left"),
    ("a,y\n1,no\n1,yes\n1,no\n4,yes\n", 0.5, "2 rows of train are left"),
    ("a,b,y\n1,,no\n2,,yes\n3,,no\n4,5,yes\n", 0.5, "2 rows of train are left"),
  ])
  func tellsWhenValidationLeavesTooFewRows(text: String, share: Double, words: String) throws {
    let error = try #require(throws: DatasetError.self) {
      _ = try prepare(["train": text]) {
        $0.validationSplit = share
        $0.validationTail = true
      }
    }
    #expect(error.description.contains("\(words) after --validation-split, too few"))
    #expect(error.description.hasSuffix("give a smaller --validation-split, or more rows"))
  }

  /// Without validation these would be no better.
  @Test func blamesValidationForNothingElse() throws {
    let error = try #require(throws: DatasetError.self) {
      _ = try prepare(["train": "a,y\n1,no\n1,yes\n1,no\n1,yes\n"]) { $0.validationSplit = 0.5 }
    }
    #expect(error.problem == .noFeatures)
  }

  @Test func drawsValidationByTheSeed() throws {
    let lines = (0..<100).map { "\($0),\($0 % 4 == 0 ? "no" : "yes")" }
    try withFiles(["train": "a,y\n" + lines.joined(separator: "\n")]) { paths in
      let configuration = DataConfiguration(train: try #require(paths["train"]), target: "y")
      let draws = try (0..<3 as Range<UInt64>).map {
        try DataPreparation.prepare(configuration, seed: $0)
      }
      #expect(draws.allSatisfy { $0.summary.rows == [.train: 90, .validation: 10] })
      #expect(draws[0].tables[.validation] != draws[1].tables[.validation])
      let again = try DataPreparation.prepare(configuration, seed: 0)
      #expect(draws[0].tables == again.tables)
      #expect(draws[0].splits[.train]?.matrix == again.splits[.train]?.matrix)
      // Stratified: a quarter of the classes is "no".
      guard case .classes(let labels)? = draws[0].splits[.validation]?.target else { return }
      #expect((2...3).contains(labels.count { $0 == 0 }))
    }
  }

  @Test func warnsOfOneFileForTrainAndTest() throws {
    let data = try prepare(["train": train]) { $0.test = $0.train }
    #expect(data.summary.warnings.contains { $0.contains("train and test are the same file") })
    #expect(data.splits[.train]?.matrix == data.splits[.test]?.matrix)
  }

  @Test func standardisesTheTargetOfARegression() throws {
    let text = "a,y\n" + (0..<20).map { "\($0),\(Double($0) * 10 + 0.5)" }.joined(separator: "\n")
    let data = try prepare(["train": text])
    #expect(data.summary.task == .regression)
    // Standardised values have a sum of squares of their count.
    #expect(abs((data.splits[.train]?.targetSumOfSquares ?? 0) - 20) < 1e-9)
    let raw = try prepare(["train": text]) { $0.preprocessing.scaling = .none }
    #expect(raw.target.scale == 1)
  }
}
