import Foundation
import NeuralEngine
import Testing

/// Trajectories against the formulas, in double precision: linear regression on one batch.
@Suite struct OptimizerTests {
  static let features = 5
  static let rows = 12

  struct Problem {
    let inputs: [[Double]]
    let targets: [Double]
    let samples: Samples

    init() {
      var draws = Draws(1)
      let flat = draws.floats(OptimizerTests.rows * OptimizerTests.features)
      let targets = draws.floats(OptimizerTests.rows)
      samples = Samples(inputs: flat, features: OptimizerTests.features, targets: targets)
      inputs = (0..<OptimizerTests.rows).map { row in
        (0..<OptimizerTests.features).map { Double(flat[row * OptimizerTests.features + $0]) }
      }
      self.targets = targets.map(Double.init)
    }

    /// The gradient of the mean squared error: the kernel's, then the bias's.
    func gradient(_ weights: [Double]) -> [Double] {
      var gradient = [Double](repeating: 0, count: weights.count)
      for (input, target) in zip(inputs, targets) {
        let values = input + [1]
        let output = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        for (index, value) in values.enumerated() {
          gradient[index] += 2 / Double(OptimizerTests.rows) * (output - target) * value
        }
      }
      return gradient
    }
  }

  /// One weight's rule, written from Keras's formulas.
  struct Rule {
    let optimizer: OptimizerConfiguration
    let penalty: Penalty
    var m = 0.0
    var v = 0.0
    var largest = 0.0

    mutating func step(_ weight: Double, _ gradient: Double, base: Double?, time: Int) -> Double {
      let rate = optimizer.learningRate
      var w = weight
      var g = gradient
      var size = rate
      if let base {
        let x = w - base
        g += 2 * penalty.l2 * x
        if penalty.l1Mode == .subgradient { g += penalty.l1 * (x > 0 ? 1 : x < 0 ? -1 : 0) }
      }
      w -= w * optimizer.weightDecay * rate
      switch optimizer.kind {
      case .sgd:
        m = optimizer.momentum * m - rate * g
        w += m
      case .nesterov:
        m = optimizer.momentum * m - rate * g
        w += optimizer.momentum * m - rate * g
      case .adam, .adamw, .amsgrad:
        m += (g - m) * (1 - optimizer.beta1)
        v += (g * g - v) * (1 - optimizer.beta2)
        largest = max(largest, v)
        let corrected =
          rate * (1 - pow(optimizer.beta2, Double(time))).squareRoot()
          / (1 - pow(optimizer.beta1, Double(time)))
        size = corrected / ((optimizer.kind == .amsgrad ? largest : v).squareRoot() + 1e-7)
        w -= size * m
      case .rmsprop:
        v = 0.9 * v + 0.1 * g * g
        size = rate / (v + 1e-7).squareRoot()
        m = optimizer.momentum * m + size * g
        w -= m
      case .adagrad:
        v = (time == 1 ? 0.1 : v) + g * g
        size = rate / (v + 1e-7).squareRoot()
        w -= size * g
      case .nadam:
        func decay(_ step: Int) -> Double { 0.9 * (1 - 0.5 * pow(0.96, Double(step))) }
        let product = (1...time).reduce(1.0) { $0 * decay($1) }
        m += (g - m) * 0.1
        v += (g * g - v) * 0.001
        let ahead =
          decay(time + 1) * m / (1 - product * decay(time + 1))
          + (1 - decay(time)) * g / (1 - product)
        let root = (v / (1 - pow(0.999, Double(time)))).squareRoot() + 1e-7
        size = rate / root
        w -= ahead * size
      case .lion:
        let c = 0.9 * m + 0.1 * g
        w -= rate * (c > 0 ? 1 : c < 0 ? -1 : 0)
        m = 0.99 * m + 0.01 * g
      }
      if let base, penalty.l1Mode == .proximal {
        let x = w - base
        w = base + (x > 0 ? 1 : -1) * max(abs(x) - penalty.l1 * size, 0)
      }
      return w
    }
  }

  static let optimizers =
    OptimizerKind.allCases.map { OptimizerConfiguration(kind: $0, learningRate: 0.01) } + [
      OptimizerConfiguration(kind: .sgd, learningRate: 0.01, momentum: 0.9),
      OptimizerConfiguration(kind: .rmsprop, learningRate: 0.01, momentum: 0.5),
      OptimizerConfiguration(kind: .adam, learningRate: 0.01, weightDecay: 0.1),
      OptimizerConfiguration(kind: .nesterov, learningRate: 0.01, weightDecay: 0.1),
    ]

  static let penalties = [
    Penalty(), Penalty(l1: 0.2), Penalty(l1: 0.2, l1Mode: .subgradient), Penalty(l2: 0.3),
    Penalty(l1: 0.2, l2: 0.3, pull: .base), Penalty(l2: 0.3, pull: .base),
    Penalty(l1: 0.1, l1Mode: .subgradient, pull: .base),
  ]

  @Test(arguments: optimizers, penalties)
  func followsTheFormulas(_ optimizer: OptimizerConfiguration, _ penalty: Penalty) throws {
    let problem = Problem()
    let network = Network(
      NetworkArchitecture(features: OptimizerTests.features, layers: [], outputs: 1),
      maximumBatch: OptimizerTests.rows, seed: 2)
    let trainer = Trainer(
      network: network, loss: .meanSquaredError, optimizer: optimizer, penalty: penalty,
      batchSize: OptimizerTests.rows, seed: 0)
    var draws = Draws(4)
    let base = draws.floats(OptimizerTests.features, -0.3...0.3)
    try trainer.setBase([
      NamedTensor(name: "dense_0/kernel", shape: [OptimizerTests.features, 1], values: base),
      NamedTensor(name: "dense_0/bias", shape: [1], values: [9]),
    ])

    var weights = network.weights.flatMap(\.values).map(Double.init)
    var rules = weights.map { _ in Rule(optimizer: optimizer, penalty: penalty) }
    let order = (0..<Int32(OptimizerTests.rows)).map { $0 }
    for time in 1...25 {
      let gradient = problem.gradient(weights)
      for index in weights.indices {
        let isBias = index == OptimizerTests.features
        let pull = isBias ? nil : penalty.pull == .base ? Double(base[index]) : 0
        weights[index] = rules[index].step(
          weights[index], gradient[index], base: pull, time: time)
      }
      let result = order.withUnsafeBufferPointer { trainer.step(problem.samples, rows: $0) }
      #expect(result.isFinite)
    }
    let trained = network.weights.flatMap(\.values).map(Double.init)
    for (value, expected) in zip(trained, weights) { #expect(abs(value - expected) < 2e-5) }
  }

  @Test func aChangeTakesEffectAtTheNextStep() {
    let problem = Problem()
    let network = Network(
      NetworkArchitecture(features: OptimizerTests.features, layers: [], outputs: 1),
      maximumBatch: OptimizerTests.rows, seed: 2)
    let trainer = Trainer(
      network: network, loss: .meanSquaredError, optimizer: OptimizerConfiguration(kind: .sgd),
      batchSize: OptimizerTests.rows, seed: 0)
    let order = (0..<Int32(OptimizerTests.rows)).map { $0 }
    func step() -> BatchResult {
      order.withUnsafeBufferPointer { trainer.step(problem.samples, rows: $0) }
    }
    trainer.learningRate = 0
    let before = network.weights
    _ = step()
    #expect(network.weights == before)
    trainer.learningRate = 0.01
    trainer.penalty = Penalty(l1: 0.5)
    let sum = before[0].values.reduce(0.0) { $0 + Double(abs($1)) }
    #expect(abs(step().penalty - 0.5 * sum) < 1e-6)
    #expect(network.weights != before)
    #expect(trainer.steps == 2)
  }
}
