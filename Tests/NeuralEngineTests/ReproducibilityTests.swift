import NeuralEngine
import Testing

@Suite struct ReproducibilityTests {
  static let architecture = NetworkArchitecture(
    features: 5,
    layers: [.dense(units: 19, activation: .gelu), .dropout(rate: 0.3)], outputs: 3)

  private func train(seed: UInt64, penalty: Penalty = Penalty(l1: 1e-3)) -> [NamedTensor] {
    let samples = NetworkTests.samples(200)
    let network = Network(ReproducibilityTests.architecture, maximumBatch: 32, seed: seed)
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy, optimizer: OptimizerConfiguration(),
      penalty: penalty, batchSize: 32, seed: seed)
    _ = TrainerTests.train(trainer, on: samples, epochs: 3, batchSize: 32, seed: seed)
    return network.weights
  }

  @Test func sameSeedSameBits() {
    let weights = train(seed: 7)
    #expect(train(seed: 7) == weights)
    #expect(train(seed: 8) != weights)
  }

  @Test func paddingStaysZero() {
    // The flat copy holds the padding too: no step may leak into it.
    let samples = NetworkTests.samples(64)
    let network = Network(ReproducibilityTests.architecture, maximumBatch: 32, seed: 1)
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy,
      optimizer: OptimizerConfiguration(kind: .adamw), penalty: Penalty(l1: 1e-3, pull: .base),
      batchSize: 32, seed: 1)
    _ = TrainerTests.train(trainer, on: samples, epochs: 3, batchSize: 32)
    var flat: [Float] = []
    network.copyWeights(into: &flat)
    let names = network.weights.flatMap(\.values).count { $0 != 0 }
    #expect(flat.count { $0 != 0 } == names)
  }

  @Test(arguments: [Float.nan, .infinity, 1e38])
  func aLossThatIsNoNumberChangesNothing(_ value: Float) {
    let network = Network(ReproducibilityTests.architecture, maximumBatch: 4, seed: 1)
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy, optimizer: OptimizerConfiguration(),
      penalty: Penalty(l2: 1e-3), batchSize: 4, seed: 1)
    let before = network.weights
    let samples = Samples(
      inputs: [Float](repeating: value, count: 5), features: 5, labels: [0])
    let row: [Int32] = [0]
    let result = row.withUnsafeBufferPointer { trainer.step(samples, rows: $0) }
    if result.isFinite {
      #expect(network.weights.flatMap(\.values).allSatisfy { $0.isFinite })
    } else {
      #expect(network.weights == before)
      #expect(trainer.steps == 0)
    }
  }

  @Test func divergenceIsSeen() {
    let samples = NetworkTests.samples(64)
    let network = Network(
      NetworkArchitecture(
        features: 5, layers: [.dense(units: 8, activation: .relu)], outputs: 3), maximumBatch: 32,
      seed: 1)
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy,
      optimizer: OptimizerConfiguration(kind: .sgd, learningRate: 1e30), batchSize: 32, seed: 1)
    let last = TrainerTests.train(trainer, on: samples, epochs: 10, batchSize: 32)
    #expect(last?.isFinite == false)
  }
}
