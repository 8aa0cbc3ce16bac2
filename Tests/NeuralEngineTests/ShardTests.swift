import Testing

@testable import NeuralEngine

@Suite struct ShardTests {
  private static let layers: [LayerSpecification] = [
    .dropout(rate: 0.2), .dense(units: 96, activation: .relu), .dropout(rate: 0.4),
    .dense(units: 40, activation: .tanh), .noise(deviation: 0.1), .layerNormalization,
  ]

  /// Rows of `features` numbers with a class each, some of them classes that no network has.
  private func samples(_ count: Int, features: Int) -> Samples {
    var random = CounterRandom(seed: 5, purpose: .sample)
    return Samples(
      inputs: (0..<count * features).map { _ in Float(2 * random.nextUnit() - 1) },
      features: features, labels: (0..<count).map { _ in Int32(random.next(below: 5)) - 1 })
  }

  private static var optimizers: [OptimizerConfiguration] {
    var clipped = OptimizerConfiguration(kind: .sgd, learningRate: 0.1)
    clipped.clipNorm = 0.3
    clipped.averageMomentum = 0.9
    return [OptimizerConfiguration(kind: .sgd, learningRate: 0.1), clipped]
  }

  private func trainer(
    _ network: Network, _ optimizer: OptimizerConfiguration = Self.optimizers[0], batchSize: Int
  ) -> Trainer {
    Trainer(
      network: network, loss: .sparseCategoricalCrossentropy,
      optimizer: optimizer, penalty: Penalty(l1: 1e-4, l2: 1e-3), batchSize: batchSize, seed: 11)
  }

  @Test func rowsOfABatchAreSharedOutOnce() {
    for batchSize in [1, 15, 16, 17, 100, 128, 1_001] {
      let plan = ShardPlan(weights: 1_000_000, stepsPerSample: 1, batchSize: batchSize)
      for count in 1...batchSize {
        let parts = (0..<plan.shards).map { plan.rows(ofShard: $0, in: count) }
        #expect(parts.flatMap(Array.init) == Array(0..<count))
        #expect(parts.allSatisfy { $0.count <= plan.maximumRows })
        #expect(parts.dropFirst().allSatisfy { $0.isEmpty || $0.lowerBound % 8 == 0 })
      }
    }
  }

  @Test func whatNeedsTheWholeBatchIsNotSharedOut() throws {
    let stack = LayerStack(
      NetworkArchitecture(
        features: 64, layers: try LayerSpecification.parse("dense:256,batchnorm"), outputs: 4))
    #expect(ShardPlan(stack, frozen: [], batchSize: 256).shards == 1)
    #expect(ShardPlan(stack, frozen: ["batchnorm_0"], batchSize: 256).shards == 2)
  }

  @Test func smallStepsStayOnOneThread() {
    #expect(ShardPlan(weights: 4_288, stepsPerSample: 1, batchSize: 32).shards == 1)
    #expect(ShardPlan(weights: 4_288, stepsPerSample: 1, batchSize: 256).shards == 2)
    #expect(ShardPlan(weights: 4_288, stepsPerSample: 50, batchSize: 15).shards == 1)
  }

  /// A step in two shards against one whose gradient is that of all rows at once: dropout draws the
  /// same elements, unknown classes are left out, and the sums differ in their last bits alone.
  @Test(arguments: [64, 61, 33, 8, 1], optimizers)
  func aSharedStepIsTheStepOfAllRows(rows: Int, optimizer: OptimizerConfiguration) throws {
    let features = 30
    let samples = samples(100, features: features)
    let architecture = NetworkArchitecture(features: features, layers: Self.layers, outputs: 4)
    let shared = Network(architecture, maximumBatch: 64, seed: 2)
    let alone = Network(architecture, maximumBatch: 64, seed: 2)
    let order = (0..<Int32(rows)).map { $0 * 37 % 100 }
    let sharedTrainer = trainer(shared, optimizer, batchSize: 64)
    let results = order.withUnsafeBufferPointer { order in
      (
        sharedTrainer.step(samples, rows: order),
        referenceStep(alone, optimizer, samples, rows: order)
      )
    }
    #expect(results.0.correct == results.1.correct)
    #expect(abs(results.0.dataLoss - results.1.dataLoss) < 1e-6)
    #expect(abs(results.0.penalty - results.1.penalty) < 1e-6)
    for (one, other) in zip(shared.weights, alone.weights) {
      for (a, b) in zip(one.values, other.values) { #expect(abs(a - b) < 1e-6) }
    }
  }

  /// A step on one thread, whatever its size: a single shard of its own.
  private func referenceStep(
    _ network: Network, _ optimizer: OptimizerConfiguration, _ samples: Samples,
    rows: UnsafeBufferPointer<Int32>
  ) -> BatchResult {
    Trainer(
      network: network, loss: .sparseCategoricalCrossentropy,
      optimizer: optimizer, penalty: Penalty(l1: 1e-4, l2: 1e-3), batchSize: 64, seed: 11,
      plan: .single(batchSize: 64)
    ).step(samples, rows: rows)
  }

  @Test func theSameSeedGivesTheSameBits() {
    func weights() -> [NamedTensor] {
      let samples = samples(500, features: 30)
      let network = Network(
        NetworkArchitecture(features: 30, layers: Self.layers, outputs: 4), maximumBatch: 64,
        seed: 2)
      _ = TrainerTests.train(
        trainer(network, batchSize: 64), on: samples, epochs: 5, batchSize: 64)
      return network.weights
    }
    #expect(weights() == weights())
  }

  @Test func teammatesComeAndGo() {
    for _ in 0..<200 {
      let counter = Counter()
      let teammate = Teammate { counter.value += 1 }
      for expected in 1...20 {
        teammate.start()
        teammate.finish()
        #expect(counter.value == expected)
      }
    }
  }

  /// Read and written in turn, as a shard is.
  private final class Counter: @unchecked Sendable {
    var value = 0
  }
}
