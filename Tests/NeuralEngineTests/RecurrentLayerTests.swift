import NeuralEngine
import Testing

/// What recurrent layers keep to besides their numbers: padding, activations, sizes of passes.
@Suite struct RecurrentLayerTests {
  static func samples(_ count: Int, steps: Int) -> Samples {
    var draws = Draws(count * steps)
    return Samples(
      inputs: draws.floats(count * steps * 3), features: 3, steps: steps,
      labels: (0..<count).map { _ in Int32(draws.integer(0..<2)) })
  }

  private func architecture(_ layers: String, steps: Int) throws -> NetworkArchitecture {
    NetworkArchitecture(
      features: 3, steps: steps, layers: try LayerSpecification.parse(layers), outputs: 2)
  }

  static let cells = RecurrentCell.allCases.flatMap { cell in
    [5, 33].flatMap { units in
      [false, true].map { isBidirectional in
        LayerSpecification.recurrent(cell, units: units, isBidirectional: isBidirectional)
          .description
      }
    }
  }

  /// The flat copy holds the padding too, and Adam moves whatever has a gradient, however small.
  @Test(arguments: cells)
  func paddingStaysZero(_ layer: String) throws {
    for layers in [layer, "\(layer),\(layer),avgpool"] {
      let network = Network(try architecture(layers, steps: 4), maximumBatch: 8, seed: 1)
      let trainer = Trainer(
        network: network, loss: .sparseCategoricalCrossentropy,
        optimizer: OptimizerConfiguration(kind: .adamw), penalty: Penalty(l2: 1e-3, pull: .base),
        batchSize: 8, seed: 1)
      let before = network.weights
      let samples = Self.samples(20, steps: 4)
      _ = TrainerTests.train(trainer, on: samples, epochs: 2, batchSize: 8)
      for (tensor, earlier) in zip(network.weights, before) {
        #expect(tensor.values != earlier.values, "\(tensor.name) has a gradient")
      }
      var flat: [Float] = []
      network.copyWeights(into: &flat)
      let named = network.weights.flatMap(\.values).count { $0 != 0 }
      #expect(flat.count { $0 != 0 } == named, "\(layers)")
    }
  }

  @Test(arguments: cells)
  func evaluationDoesNotDependOnTheSizeOfItsPasses(_ layer: String) throws {
    let samples = Self.samples(11, steps: 3)
    let logits = try [11, 4, 1].map { maximumBatch in
      let network = Network(
        try architecture("\(layer),maxpool", steps: 3), maximumBatch: maximumBatch, seed: 1)
      var values: [Float] = []
      network.outputs(of: samples, rows: 0..<11, into: &values)
      return values
    }
    #expect(logits[0].count == 22)
    #expect(logits[1] == logits[0] && logits[2] == logits[0])
  }

  /// A layer that returns a series has a row of activations for each step, series by series.
  @Test(arguments: ["gru:5,lstm:3", "rnn:5,dropout:0.5,lstm:3", "gru:5:reset-before,lstm:3"])
  func activationsOfASeriesAreThoseOfItsSteps(_ layers: String) throws {
    let architecture = try architecture(layers, steps: 4)
    let network = Network(architecture, maximumBatch: 2, seed: 1)
    let activations = network.activations(of: Self.samples(5, steps: 4), rows: 1..<5)
    #expect(activations.count == 3)
    #expect(activations.map(\.units) == [5, 3, 2])
    #expect(activations.map(\.values.count) == [4 * 4 * 5, 4 * 3, 4 * 2])
    #expect(activations[0].activation == .tanh && activations[2].activation == .linear)

    guard case .recurrent(let cell, _, _) = architecture.layers[0] else { return }
    var draws = Draws(20)
    let inputs = draws.floats(5 * 4 * 3).map(Double.init)
    let weights = network.weights.map { $0.values.map(Double.init) }
    let rows = (0..<5 * 4).map { Array(inputs[$0 * 3..<$0 * 3 + 3]) }
    let expected = ReferenceNetwork.series(rows, steps: 4).dropFirst().flatMap { series in
      ReferenceNetwork.states(
        cell, units: 5, series: series, kernel: weights[0], recurrent: weights[1],
        bias: weights[2])
    }.flatMap { $0 }
    for (value, truth) in zip(activations[0].values, expected) {
      #expect(abs(Double(value) - truth) < 1e-6)
    }
  }

  @Test func activationsOfBothDirectionsLieSideBySide() throws {
    let both = Network(try architecture("bi-gru:5,flatten", steps: 4), maximumBatch: 2, seed: 1)
    let forward = Network(try architecture("gru:5,flatten", steps: 4), maximumBatch: 2, seed: 1)
    let weights = both.weights.prefix(3).map { tensor in
      NamedTensor(
        name: tensor.name.replacing("bi-gru_0/forward", with: "gru_0"), shape: tensor.shape,
        values: tensor.values)
    }
    try forward.load(weights + forward.weights.suffix(2))
    let samples = Self.samples(5, steps: 4)
    let shown = both.activations(of: samples, rows: 0..<5)[0]
    let expected = forward.activations(of: samples, rows: 0..<5)[0]
    #expect(shown.units == 10 && shown.values.count == 200)
    for (place, value) in expected.values.enumerated() {
      #expect(shown.values[place / 5 * 10 + place % 5] == value)
    }
  }
}
