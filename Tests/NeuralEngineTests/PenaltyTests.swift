import NeuralEngine
import Testing

@Suite struct PenaltyTests {
  static let architecture = NetworkArchitecture(
    features: 8, layers: [.dense(units: 12, activation: .tanh)], outputs: 3)

  /// Only the first two of eight inputs say anything.
  static var samples: Samples {
    var draws = Draws(8)
    let inputs = draws.floats(256 * 8)
    let labels = (0..<256).map { row -> Int32 in
      let sum = inputs[row * 8] + inputs[row * 8 + 1]
      return sum < -1 ? 0 : sum < 1 ? 1 : 2
    }
    return Samples(inputs: inputs, features: 8, labels: labels)
  }

  private func trainer(
    _ kind: OptimizerKind, _ penalty: Penalty, learningRate: Double = 0.005
  ) -> Trainer {
    Trainer(
      network: Network(PenaltyTests.architecture, maximumBatch: 64, seed: 1),
      loss: .sparseCategoricalCrossentropy,
      optimizer: OptimizerConfiguration(kind: kind, learningRate: learningRate), penalty: penalty,
      batchSize: 32, seed: 1)
  }

  /// Lion's steps are of one size whatever the gradient, so that no threshold below that tells weights
  /// apart.
  @Test(arguments: OptimizerKind.allCases.filter { $0 != .lion })
  func proximalL1GivesExactZerosAndLeavesNoMask(_ kind: OptimizerKind) {
    let isAdam = ![.sgd, .nesterov, .adagrad].contains(kind)
    let trainer = trainer(kind, Penalty(l1: 0.02), learningRate: isAdam ? 0.005 : 0.1)
    let network = trainer.network
    #expect(network.zeroCount == 0)
    #expect(network.penalisedCount == 8 * 12 + 12 * 3)
    #expect(network.parameterCount == network.penalisedCount + 15)
    _ = TrainerTests.train(trainer, on: PenaltyTests.samples, epochs: 30, batchSize: 32)
    #expect(network.zeroCount > 30)
    let norms = network.inputNorms()
    #expect(norms.count == 8)
    #expect((norms.dropFirst(2).max() ?? 9) < min(norms[0], norms[1]) / 2)
    let kernel = network.weights[0].values
    let sum = (0..<12).reduce(0.0) { $0 + Double(kernel[$1]) * Double(kernel[$1]) }
    #expect(norms[0] == sum.squareRoot())

    // Units that are wholly zero have no gradient; every other weight moves at the next batch.
    let incoming = (0..<12).map { unit in (0..<8).contains { kernel[$0 * 12 + unit] != 0 } }
    let outgoing = network.weights[2].values
    trainer.penalty = Penalty()
    let rows = (0..<Int32(32)).map { $0 }
    _ = rows.withUnsafeBufferPointer { trainer.step(PenaltyTests.samples, rows: $0) }
    let moved = network.weights[2].values
    for unit in 0..<12 where incoming[unit] {
      for output in 0..<3 {
        #expect(moved[unit * 3 + output] != 0, "\(outgoing[unit * 3 + output])")
      }
    }
  }

  @Test func subgradientL1GivesNoExactZeros() {
    let trainer = trainer(.adam, Penalty(l1: 0.02, l1Mode: .subgradient))
    _ = TrainerTests.train(trainer, on: PenaltyTests.samples, epochs: 30, batchSize: 32)
    #expect(trainer.network.zeroCount == 0)
  }

  @Test(arguments: [Penalty(l1: 3, pull: .base), Penalty(l2: 30, pull: .base)])
  func strongPullsKeepTheBase(_ penalty: Penalty) {
    let trainer = trainer(.sgd, penalty, learningRate: 0.01)
    let base = trainer.network.weights
    #expect(trainer.penaltyValue() == 0)
    _ = TrainerTests.train(trainer, on: PenaltyTests.samples, epochs: 5, batchSize: 32)
    for (tensor, start) in zip(trainer.network.weights, base) where tensor.shape.count == 2 {
      let worst = zip(tensor.values, start.values).map { abs($0 - $1) }.max()
      #expect((worst ?? .nan) < 0.02)
      if penalty.l1 > 0 { #expect(tensor.values == start.values) }
    }
    #expect(trainer.network.weights[1] != base[1], "biases are not pulled")
  }

  static let values = [
    Penalty(l1: 0.01, l2: 0.02),
    Penalty(l1: 0.01, layerL1: ["dense_1": 0.3], layerL2: ["dense_0": 0.1], penalisesBiases: true),
    Penalty(l1: 0.01, l2: 0.02, groups: .inputs), Penalty(l1: 0.01, groups: .units),
  ]

  @Test func aFrozenLayerStaysAndHasNoPenalty() {
    let network = Network(PenaltyTests.architecture, maximumBatch: 64, seed: 1)
    let before = network.weights
    func trainer(_ penalty: Penalty) -> Trainer {
      Trainer(
        network: network, loss: .sparseCategoricalCrossentropy, optimizer: OptimizerConfiguration(),
        penalty: penalty, frozen: ["dense_0"], batchSize: 32, seed: 1)
    }
    let both = trainer(Penalty(l1: 0.1, penalisesBiases: true))
    let one = trainer(Penalty(layerL1: ["dense_1": 0.1], penalisesBiases: true))
    #expect(both.penaltyValue() == one.penaltyValue() && one.penaltyValue() > 0)
    _ = TrainerTests.train(both, on: PenaltyTests.samples, epochs: 2, batchSize: 32)
    #expect(Array(network.weights[..<2]) == Array(before[..<2]))
    #expect(network.weights[2] != before[2])
  }

  @Test func aLayerOfItsOwnStrengthIsPulledByThatAlone() {
    let trainer = trainer(.adam, Penalty(l1: 0.05, layerL1: ["dense_1": 0]))
    _ = TrainerTests.train(trainer, on: PenaltyTests.samples, epochs: 30, batchSize: 32)
    #expect(trainer.network.weights[0].values.contains(0))
    #expect(!trainer.network.weights[2].values.contains(0))
  }

  @Test func noUnitOutgrowsTheMaximumNorm() {
    let trainer = trainer(.adam, Penalty(maximumNorm: 0.5), learningRate: 0.05)
    _ = TrainerTests.train(trainer, on: PenaltyTests.samples, epochs: 10, batchSize: 32)
    for tensor in trainer.network.weights where tensor.shape.count == 2 {
      for column in 0..<tensor.shape[1] {
        let norm = (0..<tensor.shape[0]).reduce(Float(0)) {
          $0 + tensor.values[$1 * tensor.shape[1] + column]
            * tensor.values[$1 * tensor.shape[1] + column]
        }.squareRoot()
        #expect(norm < 0.50001)
      }
    }
  }

  @Test(arguments: values)
  func penaltyValueIsThatOfTheNextStep(_ penalty: Penalty) {
    let trainer = trainer(.adam, penalty)
    let rows = (0..<Int32(32)).map { $0 }
    for _ in 0..<3 {
      let value = trainer.penaltyValue()
      let result = rows.withUnsafeBufferPointer { trainer.step(PenaltyTests.samples, rows: $0) }
      #expect(abs(value - result.penalty) < 1e-6 * value)
    }
  }
}
