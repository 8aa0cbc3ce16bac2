import Datasets
import NeuralEngine
import Runs
import Synchronization
import Testing

@testable import Experiments

/// A store in memory.
final class MemoryStore: BaseModelStore {
  private let contents = Mutex<[String: [NamedTensor]]>([:])

  func load(key: String) -> [NamedTensor]? { contents.withLock { $0[key] } }

  func store(_ weights: [NamedTensor], key: String) { contents.withLock { $0[key] = weights } }

  var keys: Set<String> { contents.withLock { Set($0.keys) } }

  func damage() {
    contents.withLock { $0 = $0.mapValues { Array($0.dropFirst()) } }
  }
}

@Suite struct BaseTests {
  @Test func aStoredBaseIsTheTrainedOne() throws {
    let store = MemoryStore()
    let first = Watched(digits(epochs: 2, baseEpochs: 3), baseStore: store)
    first.runToEnd()
    let second = Watched(digits(epochs: 2, baseEpochs: 3), baseStore: store)
    second.runToEnd()
    #expect(first.base?.isCached == false)
    #expect(second.base?.isCached == true)
    #expect(second.base?.epochs == first.base?.epochs)
    #expect(second.base?.test == first.base?.test)
    #expect(first.weights == second.weights)
    store.damage()
    let third = Watched(digits(epochs: 2, baseEpochs: 3), baseStore: store)
    third.runToEnd()
    #expect(third.base?.isCached == false)
    #expect(first.weights == third.weights)
  }

  @Test func theKeyChangesWithWhatTheBaseDependsOnAndWithNothingElse() throws {
    let store = MemoryStore()
    func run(_ change: (inout RunConfiguration) -> Void) {
      var configuration = penguins(epochs: 0, baseEpochs: 1)
      change(&configuration)
      Watched(configuration, baseStore: store).runToEnd()
    }
    run { _ in }
    run { $0.penalty.l1 = Strength(0.1) }
    run { $0.epochs = 3 }
    run { $0.data.test = nil }
    #expect(store.keys.count == 1)
    run { $0.seed = 1 }
    run { $0.baseEpochs = 2 }
    run { $0.optimizer.learningRate = 2e-3 }
    run { $0.optimizer.name = .adamw }
    run { $0.batchSize = 16 }
    run { $0.layers = "dense:8:relu" }
    run { $0.data.drop = ["egg_day"] }
    run { $0.data.preprocessing.scaling = .minmax }
    run { $0.data.preprocessing.columnScalings = ["body_mass_g": .power] }
    run { $0.data.preprocessing.columnLimits = ["body_mass_g": ValueLimits(upper: .value(4000))] }
    run { $0.data.preprocessing.hashes = ["species": 8] }
    run { $0.shuffles = false }
    #expect(store.keys.count == 13)
    #expect(store.keys.allSatisfy { $0.count == 32 })
  }

  @Test func aSuppliedBaseIsTheStart() throws {
    let first = Watched(digits(epochs: 2, baseEpochs: 2))
    first.runToEnd()
    let model = try #require(first.session.trainedModel())
    // Without source the pipeline would be fitted on train; the base's own comes along.
    var configuration = digits(epochs: 0)
    configuration.data.source = nil
    configuration.base = "model.safetensors"
    let second = Watched(
      configuration,
      weights: SuppliedWeights(
        base: model.weights,
        preprocessing: FittedPreprocessing(pipeline: model.pipeline, target: model.target)))
    second.runToEnd()
    #expect(second.base?.origin == .file)
    #expect(second.result?.test == first.result?.test)
    #expect(
      second.data?.warnings.contains { $0.contains("preprocessing is that of the base") } == true)
  }

  @Test func aBaseThatDoesNotFitIsAnErrorInOneLine() throws {
    let first = Watched(penguins(epochs: 0, baseEpochs: 1))
    first.runToEnd()
    var configuration = penguins(epochs: 1)
    configuration.layers = "dense:8:relu"
    configuration.base = "model.safetensors"
    let second = Watched(configuration, weights: SuppliedWeights(base: first.weights))
    second.runToEnd()
    let message = try #require(second.failure)
    #expect(message.hasPrefix("model.safetensors: "))
    #expect(message.contains("64") && message.contains("8"))

    configuration = penguins(epochs: 1)
    var weights = first.weights
    weights[0].values[0] = .nan
    let third = Watched(configuration, weights: SuppliedWeights(base: weights))
    third.runToEnd()
    #expect(third.failure?.contains("not finite") == true)
  }

  @Test func aNegativeVarianceIsRefused() throws {
    var configuration = penguins(epochs: 0, baseEpochs: 1)
    configuration.layers = "batchnorm"
    let first = Watched(configuration)
    first.runToEnd()
    var weights = first.weights
    let place = try #require(weights.firstIndex { $0.name == "batchnorm_0/moving_variance" })
    weights[place].values[0] = -1
    let asBase = Watched(configuration, weights: SuppliedWeights(base: weights))
    configuration.method = .none
    let asStart = Watched(configuration, weights: SuppliedWeights(initial: weights))
    for watched in [asBase, asStart] {
      watched.runToEnd()
      #expect(watched.failure?.contains("a moving variance is below 0") == true)
    }
  }

  @Test func aBaseOfOtherClassesIsAnErrorInOneLine() throws {
    let first = Watched(penguins(epochs: 0, baseEpochs: 1))
    first.runToEnd()
    let model = try #require(first.session.trainedModel())
    let second = Watched(
      digits(epochs: 1),
      weights: SuppliedWeights(
        base: model.weights,
        preprocessing: FittedPreprocessing(pipeline: model.pipeline, target: model.target)))
    second.runToEnd()
    #expect(second.failure?.contains("does not have the class 0") == true)
  }

  @Test func theBaseEndsWhenItNoLongerGetsBetter() throws {
    let watched = Watched(penguins(epochs: 0, baseEpochs: 5000))
    watched.runToEnd()
    let epochs = try #require(watched.base?.epochs)
    #expect(epochs > 5 && epochs < 5000)
  }
}
