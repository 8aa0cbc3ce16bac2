import CKernels

/// The end of a step: one pass of penalty and optimiser over all weights.
final class WeightUpdate {
  private var optimizer: any Optimizer
  private let weightDecay: Double
  private let first: AlignedBuffer?
  private let second: AlignedBuffer?
  private let third: AlignedBuffer?

  init(_ configuration: OptimizerConfiguration, extent: Int) {
    let optimizer = configuration.makeOptimizer()
    func buffer(_ slot: OptimizerSlots) -> AlignedBuffer? {
      optimizer.slots.contains(slot) ? AlignedBuffer(count: extent) : nil
    }
    self.optimizer = optimizer
    weightDecay = configuration.weightDecay
    first = buffer(.first)
    second = buffer(.second)
    third = buffer(.third)
  }

  /// Changes the weights of a network.
  ///
  /// - Returns: The penalty's value before the change.
  func apply(
    _ penalty: Penalty, to network: Network, gradients: AlignedBuffer, base: AlignedBuffer,
    learningRate: Double
  ) -> Double {
    var rule = optimizer.nextRule(learningRate: learningRate)
    rule.weight_decay = Float(weightDecay * learningRate)
    let kernel = optimizer.kernel(of: network.kernels.pointee)
    var sums = ck_penalty_sums()
    var pull = penalty.kernelPenalty
    withUnsafeMutablePointer(to: &pull) { pull in
      for parameter in network.stack.parameters {
        let offset = parameter.offset
        let isPulled = parameter.isPenalised && !penalty.isOff
        pull.pointee.base = penalty.pull == .base ? UnsafePointer(base.start + offset) : nil
        var update = ck_update(
          n: parameter.extent, weights: network.flat.start + offset,
          gradients: UnsafePointer(gradients.start + offset),
          first: first.map { $0.start + offset },
          second: second.map { $0.start + offset }, third: third.map { $0.start + offset },
          rule: rule, penalty: isPulled ? UnsafePointer(pull) : nil)
        kernel(&update, &sums)
      }
    }
    return penalty.value(of: sums)
  }
}

extension Penalty {
  /// The pull on every weight, as the kernels take it.
  var kernelPenalty: ck_penalty {
    ck_penalty(
      gradient_l1: l1Mode == .subgradient ? Float(l1) : 0, twice_l2: Float(2 * l2),
      proximal_l1: l1Mode == .proximal ? Float(l1) : 0, base: nil)
  }

  /// The value, given the sums over all pulled weights.
  func value(of sums: ck_penalty_sums) -> Double {
    (l1 == 0 ? 0 : l1 * sums.absolute) + (l2 == 0 ? 0 : l2 * sums.squares)
  }
}
