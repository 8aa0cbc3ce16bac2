import NeuralEngine

/// A network and how it is trained, on numbers that mean nothing.
struct Course {
  var name: String
  var layers: String
  var kind = OptimizerKind.adam
  var steps: Int?
  var batchSize = 32

  /// Makes all that a step needs; `nil` when the layers are none.
  func begin() -> Training? {
    let features = 6
    let count = batchSize * 4
    guard let layers = try? LayerSpecification.parse(layers) else { return nil }
    let network = Network(
      NetworkArchitecture(features: features, steps: steps, layers: layers, outputs: 3),
      maximumBatch: batchSize, seed: 1)
    let inputs = (0..<count * features * (steps ?? 1)).map { Float($0 % 17) / 17 }
    return Training(
      trainer: Trainer(
        network: network, loss: .sparseCategoricalCrossentropy,
        optimizer: OptimizerConfiguration(kind: kind), penalty: Penalty(l1: 1e-3, l2: 1e-3),
        batchSize: batchSize, seed: 1),
      samples: Samples(
        inputs: inputs, features: features, steps: steps,
        labels: (0..<count).map { Int32($0 % 3) }),
      order: Array(0..<Int32(count)), batchSize: batchSize)
  }

  /// A training under way.
  struct Training {
    let trainer: Trainer
    let samples: Samples
    let order: [Int32]
    let batchSize: Int

    /// Makes the steps of so many epochs, each in the same order.
    func train(epochs: Int) {
      order.withUnsafeBufferPointer { rows in
        for _ in 0..<epochs {
          for start in stride(from: 0, to: rows.count, by: batchSize) {
            _ = trainer.step(
              samples, rows: UnsafeBufferPointer(rebasing: rows[start..<start + batchSize]))
          }
        }
      }
    }
  }
}
