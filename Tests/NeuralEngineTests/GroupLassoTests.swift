import Foundation
import Testing

@testable import NeuralEngine

@Suite struct GroupLassoTests {
  private static func stack(_ layers: String, features: Int, steps: Int? = nil) throws -> LayerStack
  {
    LayerStack(
      NetworkArchitecture(
        features: features, steps: steps, layers: try LayerSpecification.parse(layers), outputs: 3))
  }

  /// Whether x makes the sum of the proximal step smallest: at 0 by the size of the slope, elsewhere by
  /// the slope itself.
  private func isSmallest(_ x: [Double], _ u: [Double], _ s: [Double], _ strength: Double) -> Bool {
    let norm = x.reduce(0) { $0 + $1 * $1 }.squareRoot()
    if norm == 0 {
      return zip(u, s).reduce(0) { $0 + ($1.0 / $1.1) * ($1.0 / $1.1) } <= strength * strength
    }
    return x.indices.allSatisfy { abs((x[$0] - u[$0]) / s[$0] + strength * x[$0] / norm) < 1e-3 }
  }

  @Test(arguments: [PenaltyGroups.inputs, .units], [0.02, 0.2, 0.7])
  func theStepIsTheProximalOne(_ kind: PenaltyGroups, _ l1: Double) throws {
    let stack = try Self.stack("dense:7:tanh", features: 5)
    let groups = try #require(
      GroupLasso(stack, penalty: Penalty(l1: l1, groups: kind), frozen: []))
    var draws = Draws(Int(l1 * 100))
    let kernel = stack.parameters[0]
    var weights = [Float](repeating: 0, count: stack.extent)
    for row in 0..<5 {
      for column in 0..<7 {
        weights[kernel.offset + row * kernel.stride + column] = draws.float(-1...1)
      }
    }
    let before = weights
    let squares = draws.floats(stack.extent, 0.01...9)
    let sizes = squares.map { 0.1 / (Double($0).squareRoot() + 0.01) }
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeBufferPointer { squares in
        guard let start = weights.baseAddress else { return }
        groups.shrink(
          start, base: nil,
          sizes: StepSizes(rate: 0.1, epsilon: 0.01, squares: squares.baseAddress))
      }
    }
    for group in 0..<(kind == .inputs ? 5 : 7) {
      let members = (0..<(kind == .inputs ? 7 : 5)).map {
        kind == .inputs
          ? kernel.offset + group * kernel.stride + $0 : kernel.offset + $0 * kernel.stride + group
      }
      #expect(
        isSmallest(
          members.map { Double(weights[$0]) }, members.map { Double(before[$0]) },
          members.map { sizes[$0] }, l1 * Double(members.count).squareRoot()))
    }
    // Nothing else moves.
    let bias = stack.parameters[1]
    #expect(weights[bias.offset...] == before[bias.offset...])
  }

  @Test func theValueIsTheSumOfScaledNorms() throws {
    let network = Network(
      NetworkArchitecture(
        features: 4, layers: [.dense(units: 3, activation: .tanh)], outputs: 2), maximumBatch: 4,
      seed: 1)
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy, optimizer: OptimizerConfiguration(),
      penalty: Penalty(l1: 0.5, groups: .inputs, inputGroups: [0, 0, 1, 2]), batchSize: 4, seed: 0)
    let kernel = network.weights[0].values.map(Double.init)
    var expected = 0.0
    for range in [0..<6, 6..<9, 9..<12] {
      let squares = kernel[range].reduce(0.0) { $0 + $1 * $1 }
      expected += 0.5 * (Double(range.count) * squares).squareRoot()
    }
    #expect(abs(trainer.penaltyValue() - expected) < 1e-6)
  }

  /// Every optimiser drops the inputs that say nothing as a whole, and keeps the two that do.
  ///
  /// On whole batches: the noise of small ones has a norm too, which no average over a group takes away.
  @Test(arguments: OptimizerKind.allCases.filter { $0 != .lion })
  func dropsWholeInputs(_ kind: OptimizerKind) {
    let network = Network(PenaltyTests.architecture, maximumBatch: 64, seed: 1)
    let rates: [OptimizerKind: Double] = [
      .sgd: 0.2, .nesterov: 0.05, .adagrad: 0.2, .rmsprop: 0.002,
    ]
    // Momentum makes ten steps of one, and the threshold is that of one.
    let strength = kind == .nesterov ? 0.2 : 0.02
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy,
      optimizer: OptimizerConfiguration(kind: kind, learningRate: rates[kind] ?? 0.01),
      penalty: Penalty(l1: strength, groups: .inputs), batchSize: 256, seed: 1)
    _ = TrainerTests.train(trainer, on: PenaltyTests.samples, epochs: 400, batchSize: 256)
    let norms = network.inputNorms()
    #expect(norms[0] > 0.1 && norms[1] > 0.1)
    #expect(norms.dropFirst(2).count { $0 == 0 } >= 4, "\(norms)")
    #expect(trainer.penaltyValue() > 0)
  }

  @Test func whatIsNoNumberStays() throws {
    let stack = try Self.stack("", features: 2)
    let groups = try #require(
      GroupLasso(stack, penalty: Penalty(l1: 1, groups: .inputs), frozen: []))
    var weights = [Float](repeating: .nan, count: stack.extent)
    weights.withUnsafeMutableBufferPointer { weights in
      guard let start = weights.baseAddress else { return }
      groups.shrink(start, base: nil, sizes: StepSizes(rate: 1))
    }
    #expect(weights.allSatisfy { $0.isNaN })
  }

  @Test func unitsOfARecurrentLayerTakeAllTheirGates() throws {
    let stack = try Self.stack("lstm:5", features: 3, steps: 2)
    let groups = try #require(
      GroupLasso(stack, penalty: Penalty(l1: 9, groups: .units), frozen: []))
    var weights = [Float](repeating: 1, count: stack.extent)
    weights.withUnsafeMutableBufferPointer { weights in
      guard let start = weights.baseAddress else { return }
      groups.shrink(start, base: nil, sizes: StepSizes(rate: 1))
    }
    let kernel = stack.parameters[0]
    #expect(weights[kernel.offset..<kernel.offset + 20].allSatisfy { $0 == 0 })
    #expect(weights[stack.parameters[1].offset] == 1)
    #expect(GroupLasso.kernels(of: stack, .units).count == 1)
  }
}
