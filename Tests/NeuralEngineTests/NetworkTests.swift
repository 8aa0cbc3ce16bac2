import CustomDump
import NeuralEngine
import Testing

@Suite struct NetworkTests {
  static let architecture = NetworkArchitecture(
    features: 5,
    layers: [.dense(units: 7, activation: .relu), .dropout(rate: 0.5)], outputs: 3)

  static func samples(_ count: Int) -> Samples {
    var draws = Draws(count)
    return Samples(
      inputs: draws.floats(count * 5), features: 5,
      labels: (0..<count).map { _ in Int32(draws.integer(0..<3)) })
  }

  @Test func namesAndShapesAreKeras() {
    let parameters = NetworkTests.architecture.parameterNamesAndShapes
    #expect(
      parameters.map(\.0) == ["dense_0/kernel", "dense_0/bias", "dense_1/kernel", "dense_1/bias"])
    #expect(parameters.map(\.1) == [[5, 7], [7], [7, 3], [3]])
  }

  @Test func weightsComeBackAsTheyWereLoaded() throws {
    let network = Network(NetworkTests.architecture, maximumBatch: 4, seed: 1)
    let other = Network(NetworkTests.architecture, maximumBatch: 9, seed: 2)
    #expect(network.weights != other.weights)
    try other.load(network.weights.reversed())
    expectNoDifference(other.weights, network.weights)

    var flat: [Float] = []
    network.copyWeights(into: &flat)
    let third = Network(NetworkTests.architecture, maximumBatch: 2, seed: 3)
    third.setWeights(flat)
    expectNoDifference(third.weights, network.weights)
  }

  @Test func refusesWeightsThatDoNotFit() {
    let network = Network(NetworkTests.architecture, maximumBatch: 4, seed: 1)
    let weights = network.weights
    let wrong = NamedTensor(name: "dense_0/kernel", shape: [7, 5], values: weights[0].values)
    let extra = NamedTensor(name: "gru_0/kernel", shape: [1], values: [1])
    for (given, words) in [
      ([wrong] + weights.dropFirst(), ["dense_0/kernel", "[7, 5]", "[5, 7]"]),
      (Array(weights.dropFirst()), ["dense_0/kernel", "[5, 7]"]),
      (weights + [extra], ["gru_0/kernel"]),
      (weights + [weights[1]], ["dense_0/bias", "twice"]),
    ] {
      let error = #expect(throws: WeightMismatch.self) { try network.load(given) }
      for word in words { #expect(error?.description.contains(word) == true) }
      #expect(error?.description.contains("\n") == false)
    }
    expectNoDifference(network.weights, weights)
  }

  @Test(arguments: [1, 2, 7, 64])
  func evaluationDoesNotDependOnTheSizeOfItsPasses(_ maximumBatch: Int) {
    let samples = NetworkTests.samples(33)
    let whole = Network(NetworkTests.architecture, maximumBatch: 100, seed: 1)
    let parts = Network(NetworkTests.architecture, maximumBatch: maximumBatch, seed: 1)
    let expected = whole.evaluate(samples, loss: .sparseCategoricalCrossentropy)
    let evaluation = parts.evaluate(samples, loss: .sparseCategoricalCrossentropy)
    #expect(abs(evaluation.lossSum - expected.lossSum) < 1e-10)
    #expect(evaluation.correct == expected.correct && evaluation.rows == 33)

    var logits: [Float] = []
    var expectedLogits: [Float] = []
    parts.outputs(of: samples, rows: 3..<33, into: &logits)
    whole.outputs(of: samples, rows: 3..<33, into: &expectedLogits)
    #expect(logits == expectedLogits && logits.count == 90)
    let activations = parts.activations(of: samples, rows: 3..<33)
    #expect(activations.map(\.name) == ["dense_0", "dense_1"])
    #expect(activations.map(\.units) == [7, 3])
    #expect(activations.map(\.activation) == [.relu, .linear])
    #expect(activations[1].values == logits)
    #expect(activations[0].values.count == 30 * 7 && activations[0].values.allSatisfy { $0 >= 0 })
  }

  @Test func outputsMeetTheReference() {
    let samples = NetworkTests.samples(1)
    let network = Network(NetworkTests.architecture, maximumBatch: 4, seed: 1)
    var logits: [Float] = []
    network.outputs(of: samples, rows: 0..<1, into: &logits)
    var draws = Draws(1)
    let reference = ReferenceNetwork(
      architecture: NetworkTests.architecture, loss: .sparseCategoricalCrossentropy)
    let expected = reference.outputs(
      network.weights.map { $0.values.map(Double.init) },
      inputs: [draws.floats(5).map(Double.init)])
    for (logit, value) in zip(logits, expected[0]) { #expect(abs(Double(logit) - value) < 1e-6) }
  }

  @Test func unknownClassesCountAsWrongAndHaveNoLoss() {
    let network = Network(NetworkTests.architecture, maximumBatch: 4, seed: 1)
    let inputs = [Float](repeating: 0.5, count: 15)
    func evaluation(_ labels: [Int32]) -> Evaluation {
      network.evaluate(
        Samples(inputs: inputs, features: 5, labels: labels), loss: .sparseCategoricalCrossentropy)
    }
    let known = evaluation([1, 1, 1])
    let mixed = evaluation([1, -1, 3])
    #expect(mixed.rows == 3 && mixed.rowsWithLoss == 1)
    #expect(mixed.correct == known.correct / 3)
    #expect(abs(mixed.dataLoss - known.dataLoss) < 1e-12)
    #expect(evaluation([-1, -1, -1]).dataLoss.isNaN)
  }

  @Test func regressionSumsErrors() {
    let network = Network(
      NetworkArchitecture(features: 1, layers: [], outputs: 1), maximumBatch: 4, seed: 1,
      kernelInitializer: .ones)
    let samples = Samples(inputs: [1, 2, 3], features: 1, targets: [2, 2, 1])
    let evaluation = network.evaluate(samples, loss: .meanSquaredError)
    #expect(evaluation.absoluteError == 3)
    #expect(evaluation.squaredError == 5)
    #expect(evaluation.lossSum == 5)
  }

  @Test func emptySamplesEvaluateToNothing() {
    let network = Network(NetworkTests.architecture, maximumBatch: 4, seed: 1)
    let evaluation = network.evaluate(
      Samples(inputs: [], features: 5, labels: []), loss: .sparseCategoricalCrossentropy)
    #expect(evaluation.rows == 0 && evaluation.dataLoss.isNaN)
  }

  @Test func initializersHaveTheirVariances() {
    let expected: [Initializer: Double] = [
      .glorotUniform: 2.0 / 300, .glorotNormal: 2.0 / 300, .heUniform: 2.0 / 100,
      .heNormal: 2.0 / 100,
    ]
    let limits: [Initializer: Double] = [
      .glorotUniform: 3.0.squareRoot(), .heUniform: 3.0.squareRoot(), .glorotNormal: 2 / 0.8796,
      .heNormal: 2 / 0.8796,
    ]
    for (initializer, variance) in expected {
      let network = Network(
        NetworkArchitecture(features: 100, layers: [], outputs: 200), maximumBatch: 1, seed: 4,
        kernelInitializer: initializer)
      let values = network.weights[0].values.map(Double.init)
      let mean = values.reduce(0, +) / 20_000
      let second = values.reduce(0) { $0 + $1 * $1 } / 20_000
      // Five standard errors of 20,000 draws.
      #expect(abs(mean) < 5 * (variance / 20_000).squareRoot())
      #expect(abs(second / variance - 1) < 5 * (2.0 / 20_000).squareRoot())
      let largest = values.map(abs).max() ?? 0
      #expect(largest <= variance.squareRoot() * (limits[initializer] ?? 0) * 1.0001)
      #expect(network.weights[1].values.allSatisfy { $0 == 0 })
    }
  }

  /// 1024 units are packed for their products, of batches of 128 rows in two shards.
  @Test func largeProductsAgreeWithSmallOnes() {
    let architecture = NetworkArchitecture(
      features: 700, layers: [.dense(units: 1024, activation: .relu)], outputs: 3)
    var draws = Draws(3)
    let samples = Samples(
      inputs: draws.floats(128 * 700, -0.1...0.1), features: 700,
      labels: (0..<128).map { _ in Int32(draws.integer(0..<3)) })
    let large = Network(architecture, maximumBatch: 128, seed: 1)
    let small = Network(architecture, maximumBatch: 64, seed: 1)
    func outputs(_ network: Network) -> [Float] {
      var logits: [Float] = []
      network.outputs(of: samples, rows: 0..<128, into: &logits)
      return logits
    }
    #expect(zip(outputs(large), outputs(small)).allSatisfy { abs($0 - $1) < 1e-5 })

    /// The gradient of the rows, as the change that a step of learning rate 1 makes.
    func gradient(_ rows: Range<Int32>) -> [Float] {
      let network = Network(architecture, maximumBatch: 1, seed: 1)
      let trainer = Trainer(
        network: network, loss: .sparseCategoricalCrossentropy,
        optimizer: OptimizerConfiguration(kind: .sgd, learningRate: 1), batchSize: 128, seed: 0)
      _ = Array(rows).withUnsafeBufferPointer { trainer.step(samples, rows: $0) }
      let before = large.weights.flatMap(\.values)
      return zip(before, network.weights.flatMap(\.values)).map { $0 - $1 }
    }
    let halves = zip(gradient(0..<64), gradient(64..<128)).map { ($0 + $1) / 2 }
    #expect(zip(gradient(0..<128), halves).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func refusesWhatNoMemoryHolds() throws {
    let wide = LayerSpecification.dense(units: LayerSpecification.maximumUnits, activation: .relu)
    let huge = NetworkArchitecture(features: 30, layers: [wide, wide], outputs: 2)
    let error = #expect(throws: NetworkSizeError.self) { try huge.checkSize(batchSize: 32) }
    #expect(error?.description.contains("fewer units") == true)
    let batch = #expect(throws: NetworkSizeError.self) {
      try NetworkTests.architecture.checkSize(batchSize: .max)
    }
    #expect(batch?.description.contains("smaller batches") == true)
    try NetworkTests.architecture.checkSize(batchSize: 32)
    try NetworkArchitecture(features: 1024, layers: [], outputs: 10).checkSize(batchSize: 1024)
  }
}
