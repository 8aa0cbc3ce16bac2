import NeuralEngine
import Testing

/// The gradients of a training step against central differences of the double-precision reference.
///
/// A step of gradient descent with learning rate 1 moves every weight by its gradient, so that what
/// is checked is the step that trains.
@Suite struct GradientTests {
  struct Case: CustomStringConvertible, Sendable {
    var layers: [LayerSpecification]
    var loss = LossFunction.sparseCategoricalCrossentropy
    var penalty = Penalty()
    var steps: Int?
    var isWeighted = false
    var embeddings: [Embedding] = []
    var description: String {
      let layers = layers.map(\.description).joined(separator: ",")
      return
        "\(layers) \(loss.kind.rawValue) \(loss.labelSmoothing) \(penalty.l1) \(penalty.l2) \(penalty.pull.rawValue)"
    }
  }

  static let penalties = [
    Penalty(l1: 0.03, l1Mode: .subgradient), Penalty(l2: 0.05),
    Penalty(l1: 0.03, l2: 0.05, l1Mode: .subgradient, pull: .base),
    Penalty(
      l1: 0.03, l2: 0.05, l1Mode: .subgradient, layerL1: ["dense_1": 0.2], layerL2: ["dense_0": 0],
      penalisesBiases: true),
    Penalty(l1Mode: .subgradient, pull: .base, layerL1: ["dense_0": 0.1], penalisesBiases: true),
  ]

  static let cases: [Case] =
    Activation.allCases.flatMap { activation in
      [
        Case(layers: [.dense(units: 7, activation: activation)]),
        Case(
          layers: [
            .dense(units: 17, activation: activation), .dense(units: 3, activation: activation),
          ], loss: .meanSquaredError, penalty: penalties[2]),
      ]
    } + penalties.map { Case(layers: [.dense(units: 5, activation: .tanh)], penalty: $0) } + [
      Case(layers: []),
      Case(layers: [], loss: .meanSquaredError),
      Case(layers: [], loss: LossFunction(.meanAbsoluteError)),
      Case(layers: [], loss: LossFunction(.huber, huberDelta: 0.7)),
      Case(layers: [], loss: LossFunction(.binaryCrossentropy), isWeighted: true),
      Case(layers: [], loss: LossFunction(.binaryCrossentropy, labelSmoothing: 0.2)),
      Case(layers: [], loss: LossFunction(.sparseCategoricalCrossentropy, labelSmoothing: 0.1)),
      Case(layers: [], loss: .sparseCategoricalCrossentropy, isWeighted: true),
      Case(layers: [], loss: .meanSquaredError, isWeighted: true),
      Case(layers: [], loss: LossFunction(.categoricalFocalCrossentropy), isWeighted: true),
      Case(
        layers: [.dense(units: 4, activation: .tanh)],
        loss: LossFunction(
          .categoricalFocalCrossentropy, labelSmoothing: 0.1, focalGamma: 1.5, focalAlpha: 0.6)),
      Case(layers: [.dropout(rate: 0.3), .dense(units: 9, activation: .gelu)]),
      Case(
        layers: [
          .dense(units: 20, activation: .tanh), .dropout(rate: 0.5),
          .dense(units: 8, activation: .sigmoid), .dropout(rate: 0.2),
        ], penalty: penalties[1]),
    ] + normalised + embedded + series

  static let embedded: [Case] =
    [("dense:5:tanh", nil), ("batchnorm,dense:4:tanh", nil), ("gru:4", 3), ("flatten", 2)].map {
      Case(
        layers: (try? LayerSpecification.parse($0.0)) ?? [], penalty: penalties[1], steps: $0.1,
        embeddings: [
          Embedding(first: 1, categories: 4, dimensions: 2),
          Embedding(first: 5, categories: 3, dimensions: 17),
        ])
    }

  static let normalised: [Case] = [
    "batchnorm", "layernorm", "noise:0.3,dense:5:tanh", "dense:5:tanh,batchnorm,dense:4:tanh",
    "dense:17:tanh,layernorm,dense:4:gelu",
    "batchnorm,dense:6:silu,noise:0.1,layernorm,dense:3:tanh",
    "layernorm,dropout:0.2,dense:33:tanh,batchnorm",
  ].map { text in
    Case(layers: (try? LayerSpecification.parse(text)) ?? [], penalty: penalties[1])
  }

  static let series: [Case] =
    [
      "rnn:5", "gru:5", "lstm:5", "rnn:33", "gru:17", "lstm:16", "bi-rnn:3", "bi-gru:5",
      "bi-lstm:9", "gru:5:reset-before", "gru:17:reset-before,flatten",
      "bi-gru:3:reset-before,gru:4:reset-before", "gru:4,lstm:3",
      "dense:3:tanh,bi-gru:4,dropout:0.3,bi-lstm:3,dense:4:tanh",
      "bi-rnn:3,flatten", "dense:3:tanh,flatten", "lstm:5,avgpool", "gru:5,dropout:0.2,maxpool",
      "dropout:0.3,dense:4:tanh,avgpool", "flatten", "batchnorm,gru:4,layernorm,noise:0.1,lstm:3",
      "layernorm,rnn:5,batchnorm,avgpool",
    ].flatMap { text in
      let layers = (try? LayerSpecification.parse(text)) ?? []
      return [1, 6].map { Case(layers: layers, penalty: penalties[1], steps: $0) }
    }

  @Test(arguments: cases, 0..<2)
  func meetsCentralDifferences(_ testCase: Case, _ trial: Int) throws {
    var draws = Draws(trial)
    let isRegression = !testCase.loss.isOfClasses
    let classes = testCase.loss.kind == .binaryCrossentropy ? 2 : draws.integer(2..<20)
    let architecture = NetworkArchitecture(
      features: draws.integer(testCase.embeddings.isEmpty ? 1..<12 : 8..<12),
      steps: testCase.steps, embeddings: testCase.embeddings, layers: testCase.layers,
      outputs: testCase.loss.outputs(forClasses: classes))
    let rows = draws.integer(testCase.steps == nil ? 1..<20 : 1..<4)
    let inputs = draws.floats(rows * (testCase.steps ?? 1) * architecture.features)
    let answers = (0..<rows).map { _ in
      isRegression ? draws.float(-2...2) : Float(draws.integer(-1..<classes))
    }
    let rowWeights = testCase.isWeighted ? draws.floats(rows, 0...3) : nil
    let samples =
      isRegression
      ? Samples(
        inputs: inputs, features: architecture.features, steps: testCase.steps, targets: answers,
        weights: rowWeights)
      : Samples(
        inputs: inputs, features: architecture.features, steps: testCase.steps,
        labels: answers.map { Int32($0) }, weights: rowWeights)
    let network = Network(architecture, maximumBatch: 4, seed: UInt64(trial))
    let base = network.weights.map { tensor in
      NamedTensor(
        name: tensor.name, shape: tensor.shape,
        values: draws.floats(tensor.values.count, -0.5...0.5))
    }
    let before = network.weights

    let trainer = Trainer(
      network: network, loss: testCase.loss,
      optimizer: OptimizerConfiguration(kind: .sgd, learningRate: 1), penalty: testCase.penalty,
      batchSize: 64, seed: 5)
    try trainer.setBase(base)
    let result = (0..<Int32(rows)).map { $0 }.withUnsafeBufferPointer {
      trainer.step(samples, rows: $0)
    }

    let reference = ReferenceNetwork(
      architecture: architecture, loss: testCase.loss, penalty: testCase.penalty,
      base: base.map { $0.values.map(Double.init) }, dropout: (seed: 5, step: 0),
      weights: rowWeights?.map(Double.init))
    let table = (0..<rows * (testCase.steps ?? 1)).map { row in
      inputs[row * architecture.features..<(row + 1) * architecture.features].map(Double.init)
    }
    let truth = answers.map(Double.init)
    var weights = before.map { $0.values.map(Double.init) }
    let dataLoss = reference.dataLoss(weights, inputs: table, answers: truth)
    #expect(abs(result.dataLoss - dataLoss) < 1e-5)
    #expect(abs(result.penalty - reference.penaltyValue(weights)) < 1e-5)

    let after = network.weights
    for tensor in weights.indices where !before[tensor].name.contains("/moving_") {
      // Of a network on series, which is slow to reckon, some weights of every tensor.
      let count = weights[tensor].count
      let distance = testCase.steps == nil ? 1 : count / 12 + 1
      for index in stride(from: count - 1, through: 0, by: -distance) {
        let weight = weights[tensor][index]
        let step = 1e-5
        weights[tensor][index] = weight + step
        let above = reference.total(weights, inputs: table, answers: truth)
        weights[tensor][index] = weight - step
        let below = reference.total(weights, inputs: table, answers: truth)
        weights[tensor][index] = weight
        let expected = (above - below) / (2 * step)
        let gradient = Double(before[tensor].values[index]) - Double(after[tensor].values[index])
        guard abs(gradient - expected) > 2e-5 * max(1, abs(expected)) else { continue }
        Issue.record("\(before[tensor].name)[\(index)]: \(gradient), expected \(expected)")
        return
      }
    }
  }
}
