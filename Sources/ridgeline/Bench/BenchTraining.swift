import NeuralEngine

/// A case while it is measured: its network in training, on random rows.
final class BenchTraining {
  private let bench: BenchCase
  private let samples: Samples
  private let trainer: Trainer
  private var order: [Int32]
  private var epochs = 0

  /// Makes the rows and the network, and trains an epoch to warm up.
  init(_ bench: BenchCase) {
    self.bench = bench
    samples = bench.randomSamples()
    let network = Network(
      NetworkArchitecture(
        features: bench.features, steps: bench.steps, layers: bench.layers, outputs: bench.classes),
      maximumBatch: bench.batchSize, seed: 0)
    trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy, optimizer: OptimizerConfiguration(),
      penalty: bench.penalty, batchSize: bench.batchSize, seed: 0)
    order = [Int32](repeating: 0, count: bench.rows)
    train()
  }

  /// Trains one round.
  ///
  /// - Parameter epochs: How many there are; `nil` takes as many as last a fifth of a second.
  /// - Returns: The rows a second of the median epoch.
  func rate(epochs: Int?) -> Double {
    let clock = ContinuousClock()
    var seconds: [Double] = []
    var total = 0.0
    repeat {
      let time = clock.measure { train() } / .seconds(1)
      seconds.append(time)
      total += time
    } while epochs.map { seconds.count < $0 } ?? (total < 0.2)
    return Double(trained) / Spread(seconds).median
  }

  /// The rows of an epoch: whole batches alone.
  private var trained: Int { bench.rows / bench.batchSize * bench.batchSize }

  /// Trains one epoch; the shuffle is part of it.
  private func train() {
    order.withUnsafeMutableBufferPointer { fillPermutation($0, seed: 0, epoch: epochs) }
    epochs += 1
    order.withUnsafeBufferPointer { order in
      for start in stride(from: 0, to: trained, by: bench.batchSize) {
        _ = trainer.step(
          samples, rows: UnsafeBufferPointer(rebasing: order[start..<start + bench.batchSize]))
      }
    }
  }
}

extension BenchCase {
  fileprivate func randomSamples() -> Samples {
    var random = CounterRandom(seed: 0, purpose: .sample)
    // Even draws of mean 0 and deviation 1: no rate depends on their shape.
    let inputs = (0..<rows * (steps ?? 1) * features).map { _ in
      Float((random.nextUnit() - 0.5) * 12.0.squareRoot())
    }
    let labels = (0..<rows).map { _ in Int32(random.next(below: UInt32(classes))) }
    return Samples(inputs: inputs, features: features, steps: steps, labels: labels)
  }
}
