import NeuralEngine
import Testing

@Suite struct TrainerTests {
  /// Points on two rings: no linear model tells them apart.
  static func rings(_ count: Int, seed: UInt64) -> Samples {
    var random = CounterRandom(seed: seed, purpose: .sample)
    var inputs: [Float] = []
    var labels: [Int32] = []
    while labels.count < count {
      let x = Float(2 * random.nextUnit() - 1)
      let y = Float(2 * random.nextUnit() - 1)
      let radius = (x * x + y * y).squareRoot()
      guard radius < 1, abs(radius - 0.6) > 0.05 else { continue }
      inputs += [x, y]
      labels.append(radius < 0.6 ? 0 : 1)
    }
    return Samples(inputs: inputs, features: 2, labels: labels)
  }

  static func train(
    _ trainer: Trainer, on samples: Samples, epochs: Int, batchSize: Int, seed: UInt64 = 0
  ) -> BatchResult? {
    var last: BatchResult?
    for epoch in 0..<epochs {
      let order = permutation(count: samples.count, seed: seed, epoch: epoch)
      order.withUnsafeBufferPointer { order in
        for start in stride(from: 0, to: samples.count, by: batchSize) {
          let end = min(start + batchSize, samples.count)
          last = trainer.step(samples, rows: UnsafeBufferPointer(rebasing: order[start..<end]))
        }
      }
    }
    return last
  }

  @Test(arguments: Activation.allCases.filter { $0 != .linear })
  func learnsWhatNoLinearModelCan(_ activation: Activation) {
    let samples = TrainerTests.rings(400, seed: 1)
    let network = Network(
      NetworkArchitecture(
        features: 2, layers: [.dense(units: 16, activation: activation)], outputs: 2),
      maximumBatch: 64, seed: 3)
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy,
      optimizer: OptimizerConfiguration(learningRate: 0.02), batchSize: 32, seed: 3)
    _ = TrainerTests.train(trainer, on: samples, epochs: 100, batchSize: 32)
    let evaluation = network.evaluate(samples, loss: .sparseCategoricalCrossentropy)
    #expect(evaluation.rows == 400)
    #expect(evaluation.accuracy > 0.97)
  }

  /// Weights that L2 alone halves at every step never get so small that they lose their precision, on
  /// one thread and on two: processors are slow with such numbers.
  @Test(arguments: [8, 256])
  func noWeightIsTooSmallForFullPrecision(batchSize: Int) {
    let features = 128
    let samples = Samples(
      inputs: [Float](repeating: 0, count: 256 * features), features: features,
      labels: [Int32](repeating: 3, count: 256))
    let network = Network(
      NetworkArchitecture(features: features, layers: [], outputs: 10), maximumBatch: 8, seed: 1)
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy,
      optimizer: OptimizerConfiguration(kind: .sgd, learningRate: 1), penalty: Penalty(l2: 0.25),
      batchSize: batchSize, seed: 0)
    let rows = (0..<Int32(batchSize)).map { $0 }
    for _ in 0..<140 { _ = rows.withUnsafeBufferPointer { trainer.step(samples, rows: $0) } }
    #expect(network.weights[0].values.allSatisfy { !$0.isSubnormal && abs($0) < 1e-37 })
  }
}
