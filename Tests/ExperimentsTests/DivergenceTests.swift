import NeuralEngine
import Runs
import Testing

@testable import Experiments

@Suite struct DivergenceTests {
  /// A regression by gradient descent at a rate that no start survives.
  private func diverging() -> RunConfiguration {
    var configuration = storms(epochs: 50)
    configuration.method = .none
    configuration.optimizer.name = .sgd
    configuration.optimizer.learningRate = 100
    return configuration
  }

  @Test func stopsWithTheLastGoodWeightsAndCanStartAgain() throws {
    let watched = Watched(diverging())
    watched.wait { $0.divergence != nil }
    let divergence = try #require(watched.divergence)
    #expect(watched.status?.phase == .diverged(divergence))
    #expect(watched.result == nil)
    #expect(divergence.lastGoodEpoch == watched.epochs.count)
    #expect(divergence.epoch == divergence.lastGoodEpoch + 1)
    #expect(!watched.weights.isEmpty)
    #expect(watched.weights.allSatisfy { $0.values.allSatisfy(\.isFinite) })
    // More epochs of what is broken are no help; they are not on offer.
    watched.session.send(.extend)
    watched.session.send(.set(.learningRate(1e-3)))
    watched.session.send(.restart(sameSeed: true))
    watched.wait { $0.result != nil }
    let result = try #require(watched.result)
    #expect(result.epochs == 50)
    #expect(result.test?.r2 ?? -1 > 0)
    watched.session.send(.stop)
    #expect(watched.session.join(timeout: 60))
  }

  @Test func divergenceInMidRunKeepsTheEpochBefore() throws {
    var configuration = diverging()
    configuration.optimizer.learningRate = 1e-3
    configuration.epochs = 1_000_000
    let watched = Watched(configuration)
    watched.wait { $0.epochs.count >= 3 }
    watched.session.send(.set(.learningRate(1e6)))
    watched.wait { $0.divergence != nil }
    let divergence = try #require(watched.divergence)
    #expect(divergence.lastGoodEpoch >= 3)
    #expect(watched.epochs.last?.epoch == divergence.lastGoodEpoch)
    #expect(watched.weights.allSatisfy { $0.values.allSatisfy(\.isFinite) })
    watched.session.send(.stop)
    #expect(watched.session.join(timeout: 60))
    watched.take()
    #expect(watched.result == nil)
  }

  @Test func aBaseThatDivergesIsToldAndKeepsItsBestWeights() throws {
    var configuration = diverging()
    configuration.method = .fineTune
    let store = MemoryStore()
    // The second time as the first: a store must not make a good base of it.
    for _ in 0..<2 {
      let watched = Watched(configuration, baseStore: store)
      watched.runToEnd()
      #expect(watched.base?.isCached == false)
      #expect(watched.base?.warnings.count == 1)
      #expect(watched.divergence != nil)
      #expect(store.keys.isEmpty)
    }
  }

  @Test(arguments: [0, 1, 5, 63, 64, 65])
  func looksAtEveryWeight(position: Int) {
    var weights = [Float](repeating: 1, count: 66)
    #expect(weights.areFinite)
    for broken in [Float.nan, .infinity, -.infinity] {
      weights[position] = broken
      #expect(!weights.areFinite)
    }
    #expect([Float]().areFinite)
  }
}
