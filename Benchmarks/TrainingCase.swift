import NeuralEngine

/// One case of the training rate: a feed-forward network on random rows.
struct TrainingCase {
  let name: String
  let features: Int
  var steps: Int?
  let layers: [LayerSpecification]
  let classes: Int
  let batchSize: Int
  let rows: Int
  let penalty: Penalty

  /// The cases with a budget; `a` and `b` are those of small networks.
  static let all = [
    TrainingCase(
      name: "a", features: 30, layers: hidden(64, 32), classes: 10, batchSize: 32, rows: 50_000,
      penalty: Penalty(l1: 0.001, l2: 0.001)),
    TrainingCase(
      name: "b", features: 30, layers: hidden(64, 32), classes: 10, batchSize: 256, rows: 50_000,
      penalty: Penalty(l1: 0.001, l2: 0.001)),
    TrainingCase(
      name: "c", features: 784, layers: hidden(512, 512, 256), classes: 10, batchSize: 128,
      rows: 8_192, penalty: Penalty()),
    TrainingCase(
      name: "d", features: 1024, layers: hidden(2048, 2048), classes: 10, batchSize: 1024,
      rows: 4_096, penalty: Penalty()),
    series(name: "e-gru", .gru),
    series(name: "e-lstm", .lstm),
    TrainingCase(
      name: "f", features: 100, layers: [], classes: 10, batchSize: 256, rows: 50_000,
      penalty: Penalty()),
  ]

  /// 64 units over 50 steps of 12 inputs; the rate is in series a second.
  private static func series(name: String, _ cell: RecurrentCell) -> TrainingCase {
    TrainingCase(
      name: name, features: 12, steps: 50,
      layers: [.recurrent(cell, units: 64, isBidirectional: false)], classes: 3, batchSize: 64,
      rows: 4_096, penalty: Penalty())
  }

  private static func hidden(_ units: Int...) -> [LayerSpecification] {
    units.map { .dense(units: $0, activation: .relu) }
  }

  /// Trains for `epochs` epochs after one to warm up, and returns the rows a second of each; shuffle
  /// included.
  func rates(epochs: Int) -> [Double] {
    let samples = randomSamples()
    let network = Network(
      NetworkArchitecture(features: features, steps: steps, layers: layers, outputs: classes),
      maximumBatch: batchSize, seed: 0)
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy, optimizer: OptimizerConfiguration(),
      penalty: penalty, batchSize: batchSize, seed: 0)
    let clock = ContinuousClock()
    let trained = rows / batchSize * batchSize
    return (0...epochs).map { epoch in
      let time = clock.measure {
        let order = permutation(count: rows, seed: 0, epoch: epoch)
        order.withUnsafeBufferPointer { order in
          func batch(_ start: Int) -> UnsafeBufferPointer<Int32> {
            UnsafeBufferPointer(rebasing: order[start..<min(start + batchSize, trained)])
          }
          for start in stride(from: 0, to: trained, by: batchSize) {
            _ = trainer.step(
              samples, rows: batch(start))
          }
        }
      }
      return Double(trained) / (time / .seconds(1))
    }.dropFirst().map { $0 }
  }

  private func randomSamples() -> Samples {
    var random = CounterRandom(seed: 0, purpose: .sample)
    let inputs = (0..<rows * (steps ?? 1) * features).map { _ in
      // A sum of uniform draws has nearly a normal distribution.
      Float((0..<4).reduce(0.0) { sum, _ in sum + random.nextUnit() } * 1.732 - 3.464)
    }
    let labels = (0..<rows).map { _ in Int32(random.next(below: UInt32(classes))) }
    return Samples(inputs: inputs, features: features, steps: steps, labels: labels)
  }
}
