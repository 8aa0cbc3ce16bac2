import Datasets
import Foundation
import NeuralEngine
import Runs
import Testing

@testable import Experiments

@Suite struct TrainedModelTests {
  @Test func evaluatesAFileAsTheRunDid() throws {
    let watched = Watched(digits(epochs: 3, baseEpochs: 3))
    let result = try #require(watched.runToEnd())
    let model = try #require(watched.session.trainedModel())
    let evaluation = try model.evaluate(repositoryPath("sample-data/digits/test.csv"))
    #expect(evaluation.rows == 597)
    #expect(evaluation.loss == result.test?.loss)
    guard case .classification(let scores) = evaluation.scores else {
      Issue.record("digits are classes")
      return
    }
    #expect(scores.accuracy == result.test?.accuracy)
    #expect(scores.confusion.classes == (0...9).map(String.init))
    #expect(scores.confusion.counts.joined().reduce(0, +) == 597)
    #expect(scores.calibrationError ?? 0 > 0)

    let predictions = try model.predict(repositoryPath("sample-data/digits/test.csv"))
    guard case .classes(let predicted, let probabilities, let classes) = predictions.outcome else {
      Issue.record("digits are classes")
      return
    }
    #expect(predicted.count == 597)
    #expect(classes.count == 10)
    #expect(probabilities.count == 5970)
    for row in 0..<597 {
      let row = probabilities[row * 10..<row * 10 + 10]
      #expect(abs(row.reduce(0, +) - 1) < 1e-12)
    }
    let columns = (0..<10).map { digit in scores.confusion.counts.reduce(0) { $0 + $1[digit] } }
    #expect(columns == (0..<10).map { digit in predicted.count { $0 == digit } })
  }

  @Test func evaluatesARegressionAsTheRunDid() throws {
    let watched = Watched(storms(epochs: 2))
    let result = try #require(watched.runToEnd())
    let model = try #require(watched.session.trainedModel())
    let path = repositoryPath("sample-data/storms/test.csv")
    let evaluation = try model.evaluate(path)
    guard case .regression(let scores) = evaluation.scores,
      case .values(let values) = try model.predict(path).outcome
    else {
      Issue.record("wind is a number")
      return
    }
    #expect(scores.meanAbsoluteError == result.test?.meanAbsoluteError)
    #expect(scores.rootMeanSquaredError == result.test?.rootMeanSquaredError)
    #expect(scores.r2 == result.test?.r2)
    // The same from the predictions alone.
    let table = try TableReader().read([path])[0]
    guard case .numeric(let truth)? = table["wind_kt"] else { return }
    let errors = zip(values, truth).map { abs($0 - $1) }
    #expect(abs(errors.reduce(0, +) / Double(errors.count) - scores.meanAbsoluteError) < 1e-5)
  }

  @Test(arguments: ["penguins", "storms"]) func tellsHowFarItHasCome(name: String) throws {
    let watched = Watched(name == "storms" ? storms(epochs: 0) : penguins(epochs: 0))
    watched.runToEnd()
    let model = try #require(watched.session.trainedModel())
    let path = repositoryPath("sample-data/\(name)/test.csv")
    let size = try #require(
      try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    for work in ["scoring", "predicting"] {
      let told = Told()
      if work == "scoring" {
        _ = try model.evaluate(path, report: told.append)
      } else {
        _ = try model.predict(path, report: told.append)
      }
      let read = told.all.last { $0.name == "reading test.csv" }
      #expect(read?.done == size && read?.total == size && read?.unit == .bytes)
      let last = told.all.last
      #expect(last?.name == work && last?.unit == .rows && last?.done ?? 0 > 0)
      #expect(last?.done == last?.total)
    }
  }

  @Test func refusesLayersThatAreNoNetwork() throws {
    let watched = Watched(penguins(epochs: 0))
    watched.runToEnd()
    let model = try #require(watched.session.trainedModel())
    let path = repositoryPath("sample-data/penguins/test.csv")
    for (layers, steps) in [("gru:4", nil), ("maxpool", nil), ("dense:4", 3)] as [(String, Int?)] {
      var wrong = model
      wrong.architecture.layers = try LayerSpecification.parse(layers)
      wrong.architecture.steps = steps
      #expect(throws: NetworkLayersError.self) { try wrong.evaluate(path) }
      #expect(throws: NetworkLayersError.self) { try wrong.predict(path) }
    }
  }

  @Test func countsClassesOfTheFileThatTheModelDoesNotHave() throws {
    let watched = Watched(penguins(epochs: 40))
    watched.runToEnd()
    let model = try #require(watched.session.trainedModel())
    let text = try String(
      contentsOfFile: repositoryPath("sample-data/penguins/test.csv"), encoding: .utf8)
    var lines = text.split(separator: "\n").map(String.init)
    lines[1].replace(/[^,]+$/, with: "unheard")
    lines[2].replace(/[^,]+$/, with: "")
    try withFiles(["test": lines.joined(separator: "\n")]) { paths in
      let evaluation = try model.evaluate(try #require(paths["test"]))
      #expect(evaluation.rows == 120)
      #expect(evaluation.warnings.count == 2)
      guard case .classification(let scores) = evaluation.scores else { return }
      #expect(scores.confusion.classes.last == "unheard")
      #expect(scores.confusion.counts[2].reduce(0, +) == 1)
      #expect(scores.confusion.counts[2][2] == 0)
      #expect(evaluation.loss.isFinite)
    }
  }

  @Test func needsItsColumnsAndNoOthers() throws {
    let watched = Watched(penguins(epochs: 1))
    watched.runToEnd()
    let model = try #require(watched.session.trainedModel())
    let table = try TableReader().read([repositoryPath("sample-data/penguins/test.csv")])[0]
    let kept = try #require(model.pipeline.columns.first)
    #expect(table.names.contains(kept))
    let text = try String(
      contentsOfFile: repositoryPath("sample-data/penguins/test.csv"), encoding: .utf8)
    try withFiles([
      "more": text.split(separator: "\n").map { "\($0),7" }.joined(separator: "\n"),
      "fewer": text.replacing(kept, with: "renamed"),
      "untargeted": text.replacing(",sex\n", with: ",other\n"),
    ]) { paths in
      let more = try model.predict(try #require(paths["more"])).outcome
      #expect(more == (try model.predict(repositoryPath("sample-data/penguins/test.csv"))).outcome)
      #expect(more == (try model.predict(try #require(paths["untargeted"]))).outcome)
      #expect(throws: DatasetError.self) { try model.predict(try #require(paths["fewer"])) }
      #expect(throws: DatasetError.self) { try model.evaluate(try #require(paths["untargeted"])) }
      let other = try model.evaluate(try #require(paths["untargeted"]), target: "other")
      #expect(other.rows == 121)
    }
  }

  /// scikit-learn 1.9.1: y = [0]*5 + [1]*4 + [2]*1, p = [0,0,0,1,3, 1,1,0,1, 0];
  /// accuracy_score 0.6, f1_score(average="macro") 0.3375 over the labels 0, 1, 2, 3.
  @Test func scoresAsScikitLearnDoes() {
    let confusion = ConfusionMatrix(
      classes: ["0", "1", "2", "3", "never"],
      counts: [
        [3, 1, 0, 1, 0], [1, 3, 0, 0, 0], [1, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0],
      ])
    #expect(confusion.accuracy == 0.6)
    #expect(abs(confusion.macroF1 - 0.3375) < 1e-15)
  }

  @Test func softmaxSurvivesLargeLogits() {
    let probabilities = ClassProbabilities(logits: [1000, 1000, -1000, 0, 0, 0], classes: 3)
    #expect(probabilities.values[0] == 0.5 && probabilities.values[2] == 0)
    #expect(abs(probabilities.values[3] - 1.0 / 3) < 1e-15)
    #expect(
      ClassProbabilities(logits: [1, 3, 3, 2, 1, 0], classes: 3).predicted == [1, 0])
    #expect(ClassProbabilities(logits: [.nan, .nan], classes: 2).predicted == [0])
  }
}

/// What was told of work, in order.
private final class Told: @unchecked Sendable {
  private let lock = NSLock()
  private var work: [WorkProgress] = []

  var all: [WorkProgress] { lock.withLock { work } }

  func append(_ more: WorkProgress) { lock.withLock { work.append(more) } }
}
