import Datasets
import Foundation
import NeuralEngine
import Runs
import Testing

@testable import Experiments

@Suite struct LossTests {
  @Test func aBinaryLossHasOneOutputAndTwoProbabilities() throws {
    var configuration = penguins(epochs: 30)
    configuration.loss.name = .binaryCrossEntropy
    let watched = Watched(configuration, observes: true)
    let result = try #require(watched.runToEnd())
    let model = try #require(watched.session.trainedModel())
    #expect(model.architecture.outputs == 1)
    #expect(result.train.accuracy ?? 0 > 0.8)
    let test = try #require(configuration.data.test)
    guard
      case .classes(let predicted, let probabilities, let classes) = try model.predict(test).outcome
    else {
      Issue.record("a classifier predicts classes")
      return
    }
    #expect(classes.count == 2 && probabilities.count == 2 * predicted.count)
    for (row, place) in predicted.enumerated() {
      let sum = probabilities[2 * row] + probabilities[2 * row + 1]
      #expect(abs(sum - 1) < 1e-12)
      #expect(probabilities[2 * row + place] >= 0.5)
    }
    let evaluation = try model.evaluate(test)
    #expect(abs(evaluation.loss - (result.test?.loss ?? 9)) < 1e-9)
  }

  /// The two logits of a softmax differ by what the single one is: the same loss from equal weights.
  @Test func smoothingStaysInTheLossThatIsTold() throws {
    var configuration = penguins(epochs: 2)
    configuration.loss.labelSmoothing = 0.2
    let watched = Watched(configuration)
    let result = try #require(watched.runToEnd())
    let test = try #require(configuration.data.test)
    let model = try #require(watched.session.trainedModel())
    #expect(model.loss.labelSmoothing == 0.2)
    #expect(abs(try model.evaluate(test).loss - (result.test?.loss ?? 9)) < 1e-9)
  }

  @Test(arguments: [LossName.mae, .huber, .mse])
  func aRegressionTakesOtherErrors(_ name: LossName) throws {
    var configuration = storms(epochs: 3)
    configuration.loss.name = name
    let result = try #require(Watched(configuration).runToEnd())
    #expect(result.train.r2 ?? -9 > 0)
  }

  @Test(arguments: [
    (LossName.mae, "cross-entropy"), (.binaryCrossEntropy, "two classes"),
  ])
  func refusesALossThatDoesNotFit(_ name: LossName, _ words: String) {
    var configuration = digits(epochs: 1)
    configuration.loss.name = name
    let watched = Watched(configuration)
    watched.runToEnd()
    #expect(watched.failure?.contains(words) == true)
    #expect(watched.failure?.contains("\n") == false)
  }

  @Test func refusesClassesThatThereAreNot() {
    var configuration = penguins(epochs: 1)
    configuration.classWeights = .given(["neither": 2])
    let watched = Watched(configuration)
    watched.runToEnd()
    #expect(watched.failure?.contains("neither") == true)
  }

  @Test func balancedWeightsAreScikitLearns() throws {
    var configuration = penguins(epochs: 0)
    configuration.classWeights = .balanced
    let encoder = TargetEncoder(
      task: .classification, column: "y", columnKind: .categorical, classes: ["a", "b", "c"])
    let weights = try configuration.classWeights(on: .classes([0, 0, 0, 1, 2, 2]), of: encoder)
    // n / (k count): 6 / (3 * 3), 6 / (3 * 1), 6 / (3 * 2).
    #expect(weights == [Float(6.0 / 9), 2, 1])
  }

  @Test func equalWeightsAreNone() throws {
    var configuration = penguins(epochs: 3)
    let plain = Watched(configuration)
    plain.runToEnd()
    configuration.classWeights = .given([:])
    let weighted = Watched(configuration)
    weighted.runToEnd()
    for (one, other) in zip(plain.weights, weighted.weights) {
      for (a, b) in zip(one.values, other.values) { #expect(abs(a - b) < 1e-4) }
    }
  }

  /// Rows of weight 0 might as well not be there, but that the mean is over all rows.
  @Test func aColumnWeighsTheRows() throws {
    let folder = try TemporaryTable(
      """
      x,w,y
      1,2,1
      2,2,2
      3,2,3
      9,0,-50
      4,2,4
      8,0,90

      """)
    var configuration = RunConfiguration(
      data: DataConfiguration(train: folder.path, target: "y"))
    configuration.data.sampleWeight = "w"
    configuration.data.task = .regression
    configuration.data.validationSplit = 0
    configuration.layers = ""
    configuration.method = .none
    configuration.optimizer.learningRate = 0.05
    configuration.epochs = 400
    let watched = Watched(configuration)
    #expect(watched.runToEnd()?.train.loss ?? 9 < 1e-3)
    #expect(watched.data?.features == ["x"])

    let series = try TemporaryTable("id,t,x,w,y\n1,0,3,2,1\n1,1,4,1,1\n2,0,5,1,2\n")
    var ofSeries = RunConfiguration(data: DataConfiguration(train: series.path, target: "y"))
    ofSeries.data.sampleWeight = "w"
    ofSeries.data.sequence = SequenceColumns(series: "id", step: "t")
    ofSeries.layers = "gru:2"
    let changing = Watched(ofSeries)
    changing.runToEnd()
    #expect(changing.failure?.contains("changes within a series") == true)

    let bad = try TemporaryTable("x,w,y\n1,-2,1\n2,2,2\n")
    configuration.data.train = bad.path
    let failing = Watched(configuration)
    failing.runToEnd()
    #expect(failing.failure?.contains("column 'w'") == true)
  }
}

/// A table in a file that is removed with the value.
final class TemporaryTable {
  let path: String

  init(_ text: String) throws {
    path = NSTemporaryDirectory() + "ridgeline-\(UUID().uuidString).csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
