import CKernels
import Foundation
import Testing

@testable import NeuralEngine

/// Activations and optimisers one by one against Keras's numbers.
@Suite struct KerasPartsTests {
  struct Parts: Decodable {
    struct Function: Decodable {
      let values: [Float]
      let slopes: [Float]
    }

    let sums: [Float]
    let activations: [String: Function]
    let problem: KerasProblem
    let optimizers: [String: [Double]]
    let losses: KerasLosses
    let penalties: [String: [Double]]
    let schedules: [String: [Double]]

    static func read() throws -> Parts {
      let file = KerasRun.folder.deletingLastPathComponent()
        .appendingPathComponent("keras-parts/parts.json")
      return try JSONDecoder().decode(Parts.self, from: Data(contentsOf: file))
    }
  }

  @Test(arguments: Activation.allCases.filter { $0 != .linear })
  func activationsAreKeras(_ activation: Activation) throws {
    let parts = try Parts.read()
    let expected = try #require(parts.activations[activation.rawValue])
    let kernels = ck_kernels_selected().pointee
    var outputs = parts.sums
    activation.apply(kernels, sums: parts.sums, outputs: &outputs, count: outputs.count)
    var slopes = [Float](repeating: 1, count: outputs.count)
    activation.differentiate(
      kernels, saved: activation.derivativeNeedsSums ? parts.sums : outputs, gradient: &slopes,
      count: outputs.count)
    for place in outputs.indices {
      let tolerance = 4e-7 * max(1, abs(expected.values[place]))
      #expect(abs(outputs[place] - expected.values[place]) < tolerance)
      #expect(abs(slopes[place] - expected.slopes[place]) < 3e-6)
    }
  }

  @Test(arguments: OptimizerKind.allCases)
  func optimizersAreKeras(_ kind: OptimizerKind) throws {
    let parts = try Parts.read()
    let expected = try #require(parts.optimizers[kind.rawValue])
    let weights = try parts.problem.weights(
      behind: 25, optimizer: OptimizerConfiguration(kind: kind, learningRate: 0.01))
    for (weight, expected) in zip(weights, expected) { #expect(abs(weight - expected) < 2e-6) }
  }
}

extension KerasPartsTests {
  static let changes: [String: @Sendable (inout OptimizerConfiguration) -> Void] = [
    "adam-clip-norm": { $0.clipNorm = 0.7 },
    "sgd-clip-norm": { $0.clipNorm = 0.7 },
    "sgd-clip-value": { $0.clipValue = 0.2 },
    "adam-ema": { $0.averageMomentum = 0.8 },
  ]

  @Test(arguments: changes.keys.sorted())
  func clippingAndAveragingAreKeras(_ name: String) throws {
    let parts = try Parts.read()
    let expected = try #require(parts.optimizers[name])
    var optimizer = OptimizerConfiguration(
      kind: name.hasPrefix("adam") ? .adam : .sgd, learningRate: 0.01)
    Self.changes[name]?(&optimizer)
    let weights = try parts.problem.weights(behind: 25, optimizer: optimizer)
    for (weight, expected) in zip(weights, expected) { #expect(abs(weight - expected) < 2e-6) }
  }

  @Test func maxNormIsKeras() throws {
    let parts = try Parts.read()
    let expected = try #require(parts.penalties["max-norm"])
    let weights = try parts.problem.weights(
      behind: 25, optimizer: OptimizerConfiguration(kind: .adam, learningRate: 0.01)
    ) { $0.penalty = Penalty(maximumNorm: 0.45) }
    for (weight, expected) in zip(weights, expected) { #expect(abs(weight - expected) < 2e-6) }
  }

  @Test func penalisedBiasesAreKeras() throws {
    let parts = try Parts.read()
    let expected = try #require(parts.penalties["biases"])
    let weights = try parts.problem.weights(
      behind: 25, optimizer: OptimizerConfiguration(kind: .sgd, learningRate: 0.01)
    ) { $0.penalty = Penalty(l2: 0.3, penalisesBiases: true) }
    for (weight, expected) in zip(weights, expected) { #expect(abs(weight - expected) < 2e-6) }
  }

  @Test(arguments: [
    ("exponential", LearningRateSchedule(.exponential, decay: 0.3, decaySteps: 7)),
    ("step", LearningRateSchedule(.step, decay: 0.3, decaySteps: 7)),
    ("cosine", LearningRateSchedule(.cosine, decaySteps: 20)),
    ("cosine-warm", LearningRateSchedule(.cosine, decaySteps: 20, warmUpSteps: 6)),
  ])
  func schedulesAreKeras(_ name: String, _ schedule: LearningRateSchedule) throws {
    let expected = try #require(try Parts.read().schedules[name])
    for (step, factor) in expected.enumerated() {
      #expect(abs(schedule.factor(behind: step) - factor) < 1e-6)
    }
  }
}

/// The linear regression on one batch of which the oracle trains the weights.
struct KerasProblem: Decodable {
  let inputs: [Float]
  let targets: [Float]
  let start: [Float]

  /// The kernel and the bias behind some steps.
  func weights(
    behind steps: Int, optimizer: OptimizerConfiguration,
    loss: LossFunction = .meanSquaredError, change: (Trainer) -> Void = { _ in }
  ) throws -> [Double] {
    let network = Network(
      NetworkArchitecture(features: start.count, layers: [], outputs: 1), maximumBatch: 16, seed: 0)
    try network.load([
      NamedTensor(name: "dense_0/kernel", shape: [start.count, 1], values: start),
      NamedTensor(name: "dense_0/bias", shape: [1], values: [0]),
    ])
    let samples = Samples(inputs: inputs, features: start.count, targets: targets)
    let trainer = Trainer(
      network: network, loss: loss, optimizer: optimizer, batchSize: targets.count, seed: 0)
    change(trainer)
    let rows = (0..<Int32(targets.count)).map { $0 }
    for _ in 0..<steps { _ = rows.withUnsafeBufferPointer { trainer.step(samples, rows: $0) } }
    trainer.useAveragedWeights()
    return network.weights.flatMap(\.values).map(Double.init)
  }
}
