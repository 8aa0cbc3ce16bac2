import Datasets
import Foundation
import Runs
import Testing

@testable import Experiments

/// The scores of a regression where its targets are out of the ordinary.
@Suite struct RegressionScoreTests {
  private static let train =
    "x,z,y\n"
    + (0..<60).map { "\($0),\($0 % 7),\(Double($0) * 1.5)" }.joined(separator: "\n") + "\n"

  private static func test(_ target: (Int) -> String) -> String {
    "x,z,y\n" + (0..<60).map { "\($0),\($0 % 7),\(target($0))" }.joined(separator: "\n") + "\n"
  }

  /// Trains for a moment, and evaluates the model on the test file once more.
  private func scores(
    _ test: String, scale: Scaling = .standard
  ) throws -> (result: RunResult, evaluation: ModelEvaluation, data: DataSummary) {
    try withFiles(["train": Self.train, "test": test]) { paths in
      let path = try #require(paths["test"])
      var configuration = RunConfiguration(
        data: DataConfiguration(train: try #require(paths["train"]), test: path, target: "y"))
      configuration.epochs = 2
      configuration.baseEpochs = 1
      configuration.data.preprocessing.scaling = scale
      let watched = Watched(configuration)
      let result = try #require(watched.runToEnd())
      let model = try #require(watched.session.trainedModel())
      return (result, try model.evaluate(path), try #require(watched.data))
    }
  }

  /// Standardised, 3.5 is no round number, and the mean of sixty of them is not it.
  @Test(arguments: [Scaling.standard, .none])
  func aConstantTargetHasNoR2(scale: Scaling) throws {
    let (result, evaluation, _) = try scores(Self.test { _ in "3.5" }, scale: scale)
    let metrics = try #require(result.test)
    #expect(metrics.r2?.isNaN == true)
    #expect(metrics.meanAbsoluteError?.isFinite == true)
    guard case .regression(let scores) = evaluation.scores else {
      Issue.record("y is a number")
      return
    }
    #expect(scores.r2.isNaN)
    #expect(scores.meanAbsoluteError == metrics.meanAbsoluteError)
  }

  @Test func aTargetBeyondTheEngineIsScoredInDouble() throws {
    let (result, evaluation, data) = try scores(Self.test { $0 == 7 ? "1e200" : "\($0)" })
    let metrics = try #require(result.test)
    #expect(abs((metrics.meanAbsoluteError ?? 0) / (1e200 / 60) - 1) < 1e-9)
    #expect(abs((metrics.rootMeanSquaredError ?? 0) / (1e200 / 60.0.squareRoot()) - 1) < 1e-9)
    // Of the distance to the mean of all, 1/60 of the outlier's own, nothing is explained.
    #expect(abs((metrics.r2 ?? 0) - (1 - 60.0 / 59)) < 1e-9)
    #expect(metrics.loss == .infinity)
    let words = "1 target lies beyond what the loss can hold"
    #expect(data.warnings.filter { $0.hasPrefix("test: ") && $0.contains(words) }.count == 1)
    #expect(evaluation.warnings.filter { $0.contains(words) }.count == 1)
    #expect(evaluation.loss == .infinity)
    guard case .regression(let scores) = evaluation.scores else { return }
    #expect(scores.meanAbsoluteError == metrics.meanAbsoluteError)
    #expect(scores.r2 == metrics.r2)
  }

  /// Too large for single precision, small enough for the square of a double: nothing is left out.
  @Test func aTargetWithinDoubleIsScoredWithoutAWord() throws {
    let (result, _, data) = try scores(Self.test { $0 == 7 ? "-1e60" : "\($0)" })
    #expect(result.test?.loss.isFinite == true)
    #expect(data.warnings.isEmpty)
  }

  @Test func wideErrorsAreThoseOfTheEngine() {
    let outputs: [Float] = [1, -2, 0.5, 4]
    let wide = WideErrors(outputs: outputs, targets: [3, -2, 2, 1.5]).metrics(scale: 10)
    #expect(wide.loss == 12.5 / 4)
    #expect(wide.meanAbsoluteError == 15)
    #expect(wide.rootMeanSquaredError == (12.5 / 4).squareRoot() * 10)
    #expect(wide.r2 == 1 - 12.5 / 14.1875)
  }

  @Test func aTargetTooLargeToLearnFromIsTold() throws {
    let text = Self.train.replacing("\n7,0,10.5\n", with: "\n7,0,1e60\n")
    try withFiles(["source": Self.train, "train": text]) { paths in
      var configuration = DataConfiguration(
        source: paths["source"], train: try #require(paths["train"]), target: "y")
      configuration.validationSplit = 0
      let data = try DataPreparation.prepare(configuration, seed: 0)
      #expect(
        data.summary.warnings == [
          "train: 1 target lies beyond what can be learned from, and training will diverge"
        ])
    }
  }
}
