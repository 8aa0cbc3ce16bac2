import NeuralEngine
import Testing

/// Series of unequal length: each is treated as if it were alone, in a network of its own length.
@Suite struct UnevenSeriesTests {
  static let lengths = [3, 1, 6, 2, 6, 5, 1, 4, 2, 3]

  static let layers =
    RecurrentCell.allCases.flatMap { cell in
      let layer = LayerSpecification.recurrent(cell, units: 5, isBidirectional: false).description
      return [layer, "bi-\(layer)", "dense:3:sigmoid,\(layer),bi-\(layer),dense:4:tanh"]
    } + [
      "avgpool", "dense:4:tanh,maxpool", "bi-lstm:5,avgpool", "gru:17,maxpool",
      "lstm:3,gru:4:reset-before,avgpool",
    ]

  /// The inputs of all steps of one series.
  private func inputs(_ series: Int) -> [Float] {
    var draws = Draws(series)
    return draws.floats(Self.lengths[series] * 3)
  }

  private func label(_ series: Int) -> Int32 { Int32(series % 3) }

  private func together() -> Samples {
    let all = Self.lengths.indices
    return Samples(
      inputs: all.flatMap(inputs), features: 3, steps: 6, lengths: Self.lengths,
      labels: all.map(label))
  }

  private func alone(_ series: Int) -> Samples {
    Samples(
      inputs: inputs(series), features: 3, steps: Self.lengths[series], labels: [label(series)])
  }

  private func network(_ layers: String, steps: Int) throws -> Network {
    Network(
      NetworkArchitecture(
        features: 3, steps: steps, layers: try LayerSpecification.parse(layers), outputs: 3),
      maximumBatch: 4, seed: 1)
  }

  @Test(arguments: layers)
  func outputsAreThoseOfEachSeriesAlone(_ layers: String) throws {
    var logits: [Float] = []
    let together = try network(layers, steps: 6)
    together.outputs(of: self.together(), rows: 0..<Self.lengths.count, into: &logits)
    for series in Self.lengths.indices {
      var expected: [Float] = []
      let alone = try network(layers, steps: Self.lengths[series])
      alone.outputs(of: self.alone(series), rows: 0..<1, into: &expected)
      #expect(Array(logits[series * 3..<series * 3 + 3]) == expected, "series \(series)")
    }
  }

  @Test(arguments: layers)
  func gradientsAreTheMeanOfEachSeriesAlone(_ layers: String) throws {
    /// The gradient of some rows, as the change that a step of learning rate 1 makes.
    func gradient(_ samples: Samples, steps: Int, _ rows: [Int32]) throws -> [[Float]] {
      let network = try network(layers, steps: steps)
      let before = network.weights
      let trainer = Trainer(
        network: network, loss: .sparseCategoricalCrossentropy,
        optimizer: OptimizerConfiguration(kind: .sgd, learningRate: 1), batchSize: 16, seed: 0)
      // Another pass first, so that its leavings are in the scratch.
      trainer.learningRate = 0
      _ = rows.reversed().withUnsafeBufferPointer { trainer.step(samples, rows: $0) }
      trainer.learningRate = 1
      _ = rows.withUnsafeBufferPointer { trainer.step(samples, rows: $0) }
      return zip(before, network.weights).map { zip($0.values, $1.values).map { $0 - $1 } }
    }
    let rows = Self.lengths.indices.map { Int32($0) }
    let together = try gradient(self.together(), steps: 6, rows)
    let each = try Self.lengths.indices.map {
      try gradient(alone($0), steps: Self.lengths[$0], [0])
    }
    for tensor in together.indices {
      for index in together[tensor].indices {
        let mean = each.reduce(Float(0)) { $0 + $1[tensor][index] } / Float(each.count)
        #expect(abs(together[tensor][index] - mean) < 1e-6)
      }
    }
  }

  @Test func activationsLeaveOutWhatIsNoStep() throws {
    let network = try network("bi-gru:2,lstm:3", steps: 6)
    let shown = network.activations(of: together(), rows: 1..<4)
    #expect(shown.map(\.values.count) == [(1 + 6 + 2) * 4, 3 * 3, 3 * 3])
    #expect(shown[0].values.allSatisfy { $0 != 0 })
  }

  @Test func equalLengthsAreNoLengths() throws {
    var draws = Draws(0)
    let inputs = draws.floats(4 * 6 * 3)
    let plain = Samples(inputs: inputs, features: 3, steps: 6, labels: [0, 1, 2, 0])
    let told = Samples(
      inputs: inputs, features: 3, steps: 6, lengths: [6, 6, 6, 6], labels: [0, 1, 2, 0])
    let network = try network("lstm:3,flatten", steps: 6)
    let loss = LossFunction.sparseCategoricalCrossentropy
    #expect(network.evaluate(plain, loss: loss) == network.evaluate(told, loss: loss))
  }

  @Test func flattenTakesNoUnevenSeries() async throws {
    #expect(try network("flatten", steps: 6).architecture.takesUnevenSeries == false)
    #expect(try network("gru:3", steps: 6).architecture.takesUnevenSeries)
    await #expect(processExitsWith: .failure) {
      let network = Network(
        NetworkArchitecture(features: 1, steps: 2, layers: [.flatten], outputs: 1),
        maximumBatch: 1, seed: 0)
      _ = network.evaluate(
        Samples(inputs: [1, 2, 3], features: 1, steps: 2, lengths: [2, 1], targets: [0, 0]),
        loss: .meanSquaredError)
    }
  }
}
