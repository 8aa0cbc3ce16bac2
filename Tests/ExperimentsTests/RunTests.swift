import Foundation
import NeuralEngine
import Runs
import Testing

@testable import Experiments

@Suite struct RunTests {
  @Test func trainsTheDemoFromFilesToResult() throws {
    let watched = Watched(digits(epochs: 3))
    let result = try #require(watched.runToEnd())
    #expect(watched.failure == nil)
    let data = try #require(watched.data)
    #expect(data.rows == [.source: 700, .train: 270, .validation: 30, .test: 597])
    #expect(data.features.count == 64)
    #expect(data.inputs + data.constantColumns.count == 64)
    #expect(data.classes == (0...9).map(String.init))
    #expect(data.clippedCells[.test] ?? 0 > 0)
    #expect(watched.base?.origin == .source)
    #expect(watched.epochs.map(\.epoch) == [1, 2, 3])
    #expect(result.epochs == 3)
    #expect(!result.isInterrupted)
    #expect(result.train.accuracy ?? 0 > 0.8)
    #expect(watched.status?.phase == .finished)
    let names = watched.events.map { String("\($0)".prefix { $0 != "(" }) }
    #expect(names == ["data", "base", "began", "epoch", "epoch", "epoch", "ended"])
  }

  @Test func tellsARegressionInTheTargetsUnits() throws {
    let watched = Watched(storms(epochs: 4))
    let result = try #require(watched.runToEnd())
    let test = try #require(result.test)
    #expect(watched.data?.task == .regression)
    #expect(watched.data?.classes == [])
    // Winds are between 10 and 160 knots, with a deviation of about 25.
    let mae = try #require(test.meanAbsoluteError)
    let rmse = try #require(test.rootMeanSquaredError)
    #expect(mae > 3 && mae < 40 && rmse > mae && rmse < 60)
    #expect(test.accuracy == nil)
    let record = try #require(watched.epochs.last)
    #expect(record.validation?.r2 ?? -1 > -1)
    // 1 - R2 and the data loss are the same squared error, over the split's variance and over source's.
    #expect(test.r2 ?? 2 < 1)
  }

  @Test func evaluatesTheBaseWithoutEpochs() throws {
    let watched = Watched(penguins(epochs: 0))
    let result = try #require(watched.runToEnd())
    #expect(result.epochs == 0)
    #expect(result.weightsEpoch == 0)
    #expect(watched.epochs.isEmpty)
    #expect(result.test == watched.base?.test)
    #expect(watched.base?.origin == .train)
  }

  /// With one batch an epoch the loss of epoch 1 is that of the base: it is taken before the update.
  @Test func reportsTheLossBeforeEachUpdate() throws {
    var configuration = penguins(epochs: 2)
    configuration.batchSize = 1000
    configuration.penalty.l2 = Strength(0.01)
    let watched = Watched(configuration)
    watched.runToEnd()
    let first = try #require(watched.epochs.first)
    let base = try #require(watched.base)
    #expect(abs(first.train.loss - base.train.loss) < 1e-6)
    #expect(first.train.accuracy == base.train.accuracy)
    #expect(first.penalty > 0)
    #expect(first.loss == first.train.loss + first.penalty)
    #expect(first.validation?.loss != base.validation?.loss)
  }

  @Test func countsExactZeros() throws {
    var configuration = penguins(epochs: 30)
    configuration.penalty.l1 = Strength(0.01)
    let watched = Watched(configuration)
    watched.runToEnd()
    let last = try #require(watched.epochs.last)
    #expect(last.zeroWeights > watched.epochs[0].zeroWeights)
    #expect(last.zeroWeights < last.weights)
    let zeros = watched.weights.filter { $0.name.hasSuffix("kernel") }
      .reduce(0) { $0 + $1.values.count { $0 == 0 } }
    #expect(zeros == last.zeroWeights)
  }

  @Test func evaluatesEverySoManyEpochsAndAtTheLast() throws {
    var configuration = penguins(epochs: 8)
    configuration.evaluateEvery = 3
    let watched = Watched(configuration)
    watched.runToEnd()
    #expect(watched.epochs.filter { $0.test != nil }.map(\.epoch) == [3, 6, 8])
    #expect(watched.epochs.filter { $0.validation != nil }.map(\.epoch) == [3, 6, 8])
  }

  @Test func keepsTheBestEpochWithEarlyStopping() throws {
    var configuration = penguins(epochs: 400)
    configuration.optimizer.learningRate = 0.02
    configuration.earlyStopping = 6
    let watched = Watched(configuration)
    let result = try #require(watched.runToEnd())
    let best = try #require(
      watched.epochs.min { ($0.validation?.loss ?? 9) < ($1.validation?.loss ?? 9) })
    #expect(result.bestEpoch == best.epoch)
    #expect(result.weightsEpoch == best.epoch)
    #expect(result.epochs == best.epoch + 6)
    #expect(result.validation == best.validation)
    #expect(result.test == best.test)
  }

  @Test func startsFromDrawnWeightsWithoutABase() throws {
    var configuration = penguins(epochs: 1)
    configuration.method = .none
    let watched = Watched(configuration)
    watched.runToEnd()
    #expect(watched.base?.origin == BaseSummary.Origin.none)
    #expect(watched.base?.epochs == 0)
    let names = watched.weights.map(\.name)
    #expect(names == ["dense_0", "dense_1", "dense_2"].flatMap { ["\($0)/kernel", "\($0)/bias"] })
  }

  @Test func takesInitialWeights() throws {
    var configuration = penguins(epochs: 0)
    configuration.method = .none
    let first = Watched(configuration)
    first.runToEnd()
    configuration.seed = 7
    let second = Watched(configuration, weights: SuppliedWeights(initial: first.weights))
    second.runToEnd()
    #expect(second.weights == first.weights)
  }

  @Test func saysInOneLineWhatIsMissing() throws {
    var configuration = penguins(epochs: 1)
    configuration.data.test = "no/such/file.csv"
    let watched = Watched(configuration)
    watched.runToEnd()
    #expect(watched.failure?.contains("no/such/file.csv: no such file") == true)
    #expect(watched.status?.phase == watched.failure.map { .failed($0) })
    #expect(watched.session.trainedModel() == nil)

    configuration = penguins(epochs: 1)
    configuration.layers = "dense:0"
    let second = Watched(configuration)
    second.runToEnd()
    #expect(second.failure?.contains("dense:0") == true)

    configuration = penguins(epochs: 1)
    configuration.earlyStopping = 3
    configuration.data.validationSplit = 0
    let third = Watched(configuration)
    third.runToEnd()
    #expect(third.failure?.contains("--early-stopping") == true)
  }

  @Test func aBatchLargerThanTrainIsAllOfIt() throws {
    var configuration = penguins(epochs: 2)
    configuration.batchSize = .max
    let whole = Watched(configuration)
    let rows = try #require(whole.runToEnd().map { _ in whole.data?.rows[.train] } ?? nil)
    configuration.batchSize = rows
    let exact = Watched(configuration)
    exact.runToEnd()
    #expect(whole.weights == exact.weights)
    #expect(whole.status?.batchesPerEpoch == 1)
  }

  @Test func refusesInOneLineWhatNoMemoryHolds() {
    var configuration = penguins(epochs: 1)
    configuration.layers = "dense:65536,dense:65536"
    let watched = Watched(configuration)
    watched.runToEnd()
    #expect(watched.failure?.contains("use fewer units") == true)
  }
}
