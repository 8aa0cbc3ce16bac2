import Foundation
import Testing

@testable import NeuralEngine

@Suite struct EmbeddingTests {
  static let architecture = NetworkArchitecture(
    features: 8,
    embeddings: [
      Embedding(first: 1, categories: 3, dimensions: 2),
      Embedding(first: 5, categories: 3, dimensions: 1),
    ], layers: [.dense(units: 4, activation: .tanh)], outputs: 2)

  @Test func namesAndShapesAreDocumented() {
    let shapes = Self.architecture.parameterNamesAndShapes
    #expect(
      shapes.map(\.0).prefix(3) == [
        "embedding_0/embeddings", "embedding_1/embeddings", "dense_0/kernel",
      ])
    #expect(shapes.map(\.1).prefix(3) == [[3, 2], [3, 1], [5, 4]])
    #expect(
      Self.architecture.namesOfWeightedLayers == [
        "embedding_0", "embedding_1", "dense_0", "dense_1",
      ])
  }

  @Test func useCountsByTheNumbersOfAnEmbedding() throws {
    let network = Network(Self.architecture, maximumBatch: 1, seed: 4)
    let norms = network.inputNorms()
    #expect(norms[1...3].allSatisfy { $0 == 0 } && norms[5...].allSatisfy { $0 == 0 })
    #expect(norms[0] > 0 && norms[4] > 0)
    let outputs = network.embeddedOutputs()
    #expect(outputs.map(\.norms.count) == [2, 1])
    let kernel = network.weights[2].values
    let row = (0..<4).reduce(0.0) { $0 + Double(kernel[4 + $1]) * Double(kernel[4 + $1]) }
    #expect(abs(outputs[0].norms[0] - row.squareRoot()) < 1e-12)
    #expect(outputs[0].table == network.weights[0].values)
  }

  @Test func useHeedsNormalisationInFrontOfTheKernel() throws {
    let layers = try LayerSpecification.parse("batchnorm,dense:4")
    let network = Network(
      NetworkArchitecture(features: 3, layers: layers, outputs: 2), maximumBatch: 1, seed: 4)
    let plain = network.inputNorms()
    try network.load(
      network.weights.map { tensor in
        switch tensor.name {
        case "batchnorm_0/gamma":
          NamedTensor(name: tensor.name, shape: [3], values: [2, 1, 1])
        case "batchnorm_0/moving_variance":
          NamedTensor(name: tensor.name, shape: [3], values: [1, 1, 4])
        default: tensor
        }
      })
    let scaled = network.inputNorms()
    #expect(abs(scaled[0] / plain[0] - 2) < 1e-6)
    #expect(scaled[1] == plain[1])
    #expect(abs(scaled[2] / plain[2] - (1.001 / 4.001).squareRoot()) < 1e-6)
  }

  @Test func groupsTakeTheNumbersOfAnEmbeddingTogether() throws {
    let stack = LayerStack(Self.architecture)
    let groups = try #require(
      GroupLasso(stack, penalty: Penalty(l1: 1, groups: .inputs), frozen: []))
    var weights = [Float](repeating: 0, count: stack.extent)
    let kernel = stack.parameters[2]
    // Both numbers of the first embedding: one group of eight weights of norm 1.
    weights[kernel.offset + kernel.stride] = 0.6
    weights[kernel.offset + 2 * kernel.stride] = 0.8
    weights.withUnsafeMutableBufferPointer { weights in
      guard let start = weights.baseAddress else { return }
      #expect(abs(groups.value(start, base: nil) - 8.0.squareRoot()) < 1e-6)
    }
  }

  @Test func aTableIsPenalisedByItsNameAlone() {
    func value(_ penalty: Penalty) -> Double {
      Trainer(
        network: Network(Self.architecture, maximumBatch: 1, seed: 4), loss: .meanSquaredError,
        optimizer: OptimizerConfiguration(), penalty: penalty, batchSize: 1, seed: 0
      ).penaltyValue()
    }
    let table = Network(Self.architecture, maximumBatch: 1, seed: 4).weights[0].values
    let sum = table.reduce(0.0) { $0 + Double($1) * Double($1) }
    #expect(abs(value(Penalty(layerL2: ["embedding_0": 2])) - 2 * sum) < 1e-9)
    #expect(table.allSatisfy { abs($0) <= 0.05 } && sum > 0)
  }

  @Test(arguments: [
    [Embedding(first: 6, categories: 3, dimensions: 1)],
    [Embedding(first: 0, categories: 2, dimensions: 0)],
    [
      Embedding(first: 0, categories: 3, dimensions: 1),
      Embedding(first: 2, categories: 2, dimensions: 1),
    ],
    [Embedding(first: -1, categories: 3, dimensions: 1)],
    [Embedding(first: .max, categories: .max, dimensions: .max)],
    [Embedding(first: 1, categories: .max, dimensions: 1)],
  ])
  func refusesWhatDoesNotFitTheInputs(_ embeddings: [Embedding]) {
    var architecture = Self.architecture
    architecture.embeddings = embeddings
    #expect(throws: NetworkLayersError.self) { try architecture.checkLayers() }
  }

  struct Run: Decodable {
    let inputs: [[Float]]
    let labels: [Int32]
    let kernels: [String: [Float]]
    let loss: [Double]
    let table: [Float]
  }

  /// Keras's Embedding beside numbers, from its initial weights.
  @Test func meetsKeras() throws {
    let file = KerasRun.folder.deletingLastPathComponent()
      .appendingPathComponent("keras-embedding/run.json")
    let run = try JSONDecoder().decode(Run.self, from: Data(contentsOf: file))
    let network = Network(
      NetworkArchitecture(
        features: 7, embeddings: [Embedding(first: 2, categories: 4, dimensions: 3)],
        layers: [.dense(units: 6, activation: .tanh)], outputs: 3), maximumBatch: 32, seed: 0)
    try network.load(
      network.weights.map {
        NamedTensor(name: $0.name, shape: $0.shape, values: run.kernels[$0.name] ?? $0.values)
      })
    let samples = Samples(inputs: run.inputs.flatMap { $0 }, features: 7, labels: run.labels)
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy,
      optimizer: OptimizerConfiguration(kind: .adam, learningRate: 0.01), batchSize: 32, seed: 0)
    for reported in run.loss {
      var means = RunningMeans()
      for start in stride(from: 0, to: samples.count, by: 32) {
        let rows = (Int32(start)..<Int32(min(start + 32, samples.count))).map { $0 }
        means.add(rows.withUnsafeBufferPointer { trainer.step(samples, rows: $0) })
      }
      #expect(abs(means.loss - reported) < 1e-5 * reported)
    }
    let table = network.weights[0].values
    #expect(zip(table, run.table).allSatisfy { abs($0 - $1) < 1e-5 })
  }
}
