import Foundation
import NeuralEngine
import Testing

/// Replays of Keras's runs with normalisation layers: losses, moving averages, and evaluation by them.
@Suite struct KerasNormsReplayTests {
  struct Run: Decodable {
    let layers: String
    let masked: Bool
    let frozen: String?
    let loss: [Double]
    let evaluated: Double
  }

  static let folder = KerasRun.folder.deletingLastPathComponent()
    .appendingPathComponent("keras-norms")

  static let names = [
    "rows-batchnorm", "rows-layernorm", "series-both", "masked-batchnorm", "masked-pooled",
    "frozen-batchnorm",
  ]

  private func weights(_ run: String, _ moment: String) throws -> [NamedTensor] {
    let prefix = "\(run)/\(moment)/"
    return try SafetensorsFile.read(Self.folder.appendingPathComponent("weights.safetensors"))
      .filter { $0.name.hasPrefix(prefix) }
      .map {
        NamedTensor(
          name: String($0.name.dropFirst(prefix.count)), shape: $0.shape, values: $0.values)
      }
  }

  @Test(arguments: names)
  func meetsKeras(_ name: String) throws {
    let runs = try JSONDecoder().decode(
      [String: Run].self, from: Data(contentsOf: Self.folder.appendingPathComponent("runs.json")))
    #expect(runs.keys.sorted() == Self.names.sorted())
    let run = try #require(runs[name])
    let samples = try KerasRun.series(lengths: run.masked ? { 1 + 5 * $0 % 12 } : nil)
    let network = Network(
      NetworkArchitecture(
        features: 5, steps: 12, layers: try LayerSpecification.parse(run.layers), outputs: 3),
      maximumBatch: 32, seed: 0)
    try network.load(weights(name, "init"))
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy,
      optimizer: OptimizerConfiguration(kind: .adam, learningRate: 1e-2),
      frozen: run.frozen.map { [$0] } ?? [], batchSize: 32, seed: 0)
    for (epoch, reported) in run.loss.enumerated() {
      var means = RunningMeans()
      for start in stride(from: 0, to: samples.count, by: 32) {
        let rows = (Int32(start)..<Int32(min(start + 32, samples.count))).map { $0 }
        means.add(rows.withUnsafeBufferPointer { trainer.step(samples, rows: $0) })
      }
      let error = abs(means.loss - reported) / reported
      #expect(error < 3e-5, "epoch \(epoch + 1): \(means.loss), Keras \(reported)")
    }
    let loss = network.evaluate(samples, loss: .sparseCategoricalCrossentropy).dataLoss
    #expect(abs(loss - run.evaluated) < 1e-4 * run.evaluated, "\(loss), Keras \(run.evaluated)")
    let end = try weights(name, "end")
    for tensor in network.weights where tensor.name.contains("/moving_") {
      let expected = try #require(end.first { $0.name == tensor.name })
      let worst = zip(tensor.values, expected.values).map { abs($0 - $1) }.max() ?? .infinity
      #expect(worst < 1e-4, "\(tensor.name)")
    }
  }
}
