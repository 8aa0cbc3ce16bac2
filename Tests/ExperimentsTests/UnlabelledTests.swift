import Foundation
import Runs
import Testing

@testable import Experiments

/// A test file whose rows nobody has labelled.
@Suite struct UnlabelledTests {
  /// A file of the bundled data without its last column, which is the target.
  private func withoutTarget(_ path: String, in folder: String) throws -> String {
    let text = try String(contentsOfFile: repositoryPath(path), encoding: .utf8)
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).dropLast()
        .joined(separator: ",")
    }
    let copy = folder + "/unlabelled.csv"
    try (lines.joined(separator: "\n") + "\n")
      .write(toFile: copy, atomically: true, encoding: .utf8)
    return copy
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "ridgeline-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func aRunTellsNoScoreOfTestAndEstimatesIt() throws {
    try withFolder { folder in
      var configuration = digits(epochs: 2)
      let labelled = Watched(configuration)
      let known = try #require(labelled.runToEnd())
      configuration.data.test = try withoutTarget("sample-data/digits/test.csv", in: folder)
      let watched = Watched(configuration, observes: true)
      watched.wait { !$0.models.isEmpty && $0.result != nil }
      let result = try #require(watched.runToEnd())
      #expect(watched.data?.rows[.test] == 597)
      #expect(watched.data?.warnings.contains { $0.contains("no column 'digit'") } == true)
      #expect(result.test == nil && result.shiftGap == nil && result.testScores == nil)
      #expect(watched.epochs.allSatisfy { $0.test == nil && $0.testOutcomes == nil })
      // It learned what it learns with labels: test has no part in it.
      #expect(watched.weights == labelled.weights)
      let estimate = try #require(result.estimatedTestAccuracy)
      let model = try #require(labelled.session.trainedModel())
      let same = try #require(try model.estimateAccuracy(on: labelledTest))
      #expect(abs(estimate - same.estimate.accuracy) < 1e-9)
      #expect(same.estimate.rows == 597 && same.estimate.temperature >= 1)
      #expect(known.estimatedTestAccuracy == nil && known.test != nil)
      let looked = try #require(watched.models.last)
      #expect(looked.calibrationError == nil && looked.estimatedTestAccuracy != nil)
      #expect(watched.inputs.first?.features.isEmpty == false)
    }
  }

  private var labelledTest: String { repositoryPath("sample-data/digits/test.csv") }

  @Test func aRegressionHasNoEstimate() throws {
    try withFolder { folder in
      var configuration = storms(epochs: 1)
      configuration.data.test = try withoutTarget("sample-data/storms/test.csv", in: folder)
      let result = try #require(Watched(configuration).runToEnd())
      #expect(result.test == nil && result.estimatedTestAccuracy == nil)
      #expect(result.train.r2 != nil && result.intervals.overfitGap != nil)
    }
  }

  @Test func trainNeedsItsTarget() throws {
    try withFolder { folder in
      var configuration = penguins(epochs: 1)
      configuration.data.train = try withoutTarget("sample-data/penguins/train.csv", in: folder)
      let watched = Watched(configuration)
      watched.runToEnd()
      #expect(watched.failure?.contains("sex") == true)
    }
  }

  @Test func theTemperatureOfAModelIsThatOfItsValidationRows() throws {
    let watched = Watched(digits(epochs: 3))
    watched.runToEnd()
    #expect(try #require(watched.session.trainedModel()?.temperature) >= 1)
    let regression = Watched(storms(epochs: 1))
    regression.runToEnd()
    #expect(regression.session.trainedModel()?.temperature == nil)
  }
}
