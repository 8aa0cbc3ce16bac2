import Foundation
import NeuralEngine
import Testing

/// Replays of Keras's runs of every kind of layer over time, from its initial weights.
@Suite struct KerasLayersReplayTests {
  struct Run: Decodable {
    let layers: String
    let optimizer: String
    let rounded: Bool
    let masked: Bool
    let loss: [Double]

    var configuration: OptimizerConfiguration {
      optimizer == "adam"
        ? OptimizerConfiguration(kind: .adam, learningRate: 1e-3)
        : OptimizerConfiguration(kind: .sgd, learningRate: 1e-2, momentum: 0.9)
    }
  }

  static let folder = KerasRun.folder.deletingLastPathComponent()
    .appendingPathComponent("keras-recurrent")

  static let names = [
    "gru-reset-before-adam", "gru-reset-before-momentum", "bi-gru-reset-before-adam",
    "lstm-adam", "gru-momentum", "rnn-momentum", "bi-lstm-adam", "bi-gru-adam", "bi-lstm-series",
    "gru-gru-adam", "lstm-avgpool", "lstm-maxpool", "lstm-flatten", "dense-maxpool-ties",
    "masked-rnn", "masked-gru-gru", "masked-gru-reset-before", "masked-bi-lstm",
    "masked-bi-lstm-avgpool",
  ]

  private func runs() throws -> [String: Run] {
    try JSONDecoder().decode(
      [String: Run].self,
      from: Data(contentsOf: Self.folder.appendingPathComponent("runs.json")))
  }

  private func weights(_ run: String, _ moment: String) throws -> [NamedTensor] {
    let prefix = "\(run)/\(moment)/"
    return try SafetensorsFile.read(Self.folder.appendingPathComponent("weights.safetensors"))
      .filter { $0.name.hasPrefix(prefix) }
      .map {
        NamedTensor(
          name: String($0.name.dropFirst(prefix.count)), shape: $0.shape, values: $0.values)
      }
  }

  @Test func everyRunIsReplayed() throws {
    #expect(try runs().keys.sorted() == Self.names.sorted())
  }

  @Test(arguments: names)
  func meetsKeras(_ name: String) throws {
    let run = try #require(runs()[name])
    let samples = try KerasRun.series(lengths: run.masked ? { 1 + 5 * $0 % 12 } : nil) {
      run.rounded ? $0.rounded(.toNearestOrEven) : $0
    }
    let network = Network(
      NetworkArchitecture(
        features: 5, steps: 12, layers: try LayerSpecification.parse(run.layers), outputs: 3),
      maximumBatch: 32, seed: 0)
    try network.load(weights(name, "init"))
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy, optimizer: run.configuration,
      batchSize: 32, seed: 0)
    for (epoch, reported) in run.loss.enumerated() {
      var means = RunningMeans()
      for start in stride(from: 0, to: samples.count, by: 32) {
        let rows = (Int32(start)..<Int32(min(start + 32, samples.count))).map { $0 }
        means.add(rows.withUnsafeBufferPointer { trainer.step(samples, rows: $0) })
        if trainer.steps == 1 { try expectStep(network.weights, name) }
      }
      let error = abs(means.loss - reported) / reported
      #expect(error < 1e-5, "epoch \(epoch + 1): \(means.loss), Keras \(reported)")
    }
  }

  private func expectStep(_ weights: [NamedTensor], _ name: String) throws {
    let expected = try self.weights(name, "step1")
    for tensor in weights {
      let other = try #require(expected.first { $0.name == tensor.name })
      let worst = zip(tensor.values, other.values).map { abs($0 - $1) }.max() ?? .infinity
      #expect(worst < 1e-6, "\(tensor.name) after the first step")
    }
  }
}
