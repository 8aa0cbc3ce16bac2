import Foundation
import NeuralEngine
import Testing

/// Replays of Keras's runs of recurrent layers from its initial weights.
@Suite struct KerasRecurrentReplayTests {
  @Test(arguments: ["simplernn-none", "gru-none", "lstm-sgd_momentum"], 0..<2)
  func meetsKeras(_ name: String, _ seed: Int) throws {
    let run = try KerasRun.named("\(name)-seed\(seed)")
    let cell: RecurrentCell =
      name.hasPrefix("gru") ? .gru : name.hasPrefix("lstm") ? .lstm : .simple
    let samples = try KerasRun.series()
    let network = Network(
      NetworkArchitecture(
        features: 5, steps: 12,
        layers: [.recurrent(cell, units: 16, isBidirectional: false)], outputs: 3),
      maximumBatch: 128, seed: 0)
    func weights(_ moment: String) throws -> [NamedTensor] {
      try run.weights(moment).map { tensor in
        let parts = tensor.name.split(separator: "/")
        let layer = parts.first == "head" ? "dense_0" : "\(cell.rawValue)_0"
        return NamedTensor(
          name: "\(layer)/\(parts.last ?? "")", shape: tensor.shape, values: tensor.values)
      }
    }
    try network.load(weights("init"))
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy, optimizer: run.configuration,
      batchSize: run.batch, seed: 0)
    var worstWeight: Float = 0
    var worstLoss = 0.0
    let rows = (0..<Int32(samples.count)).map { $0 }
    for epoch in 0..<run.epochs {
      var means = RunningMeans()
      for start in stride(from: 0, to: rows.count, by: run.batch) {
        let slice = rows[start..<min(start + run.batch, rows.count)]
        means.add(slice.withUnsafeBufferPointer { trainer.step(samples, rows: $0) })
        guard epoch == 0 && start == 0 else { continue }
        let expected = try weights("step1")
        for tensor in network.weights {
          let other = try #require(expected.first { $0.name == tensor.name })
          for (value, truth) in zip(tensor.values, other.values) {
            worstWeight = max(worstWeight, abs(value - truth))
          }
        }
      }
      let reported = run.reported_by_fit.loss[epoch]
      worstLoss = max(worstLoss, abs(means.loss - reported) / reported)
    }
    #expect(worstWeight < 1e-6)
    #expect(worstLoss < 1e-5)
  }
}
