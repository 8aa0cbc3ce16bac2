import CKernels

/// What an optimiser remembers of every weight, laid out as the weights.
final class OptimizerState {
  /// The slots of the rule that it keeps.
  let first: AlignedBuffer?
  let second: AlignedBuffer?
  let third: AlignedBuffer?

  /// The running mean of the weights, if one is kept.
  let average: AlignedBuffer?

  /// Whether a step was made.
  var hasStepped = false

  /// The step sizes of all weights, behind a step with this rule.
  func stepSizes(_ size: StepSize, _ rule: ck_rule) -> StepSizes {
    func squares(_ slot: OptimizerSlots) -> UnsafePointer<Float>? {
      (slot == .third ? third : second).map { UnsafePointer($0.start) }
    }
    return switch size {
    case .rate: StepSizes(rate: rule.rate)
    case .root(let slot):
      StepSizes(rate: rule.rate, epsilon: rule.epsilon, squares: squares(slot))
    case .rootWithEpsilon(let slot):
      StepSizes(
        rate: rule.rate, epsilon: rule.epsilon, squares: squares(slot), isEpsilonInside: true)
    }
  }

  init(_ optimizer: any Optimizer, averages: Bool, extent: Int) {
    func buffer(_ slot: OptimizerSlots) -> AlignedBuffer? {
      optimizer.slots.contains(slot) ? AlignedBuffer(count: extent) : nil
    }
    first = buffer(.first)
    second = buffer(.second)
    third = buffer(.third)
    average = averages ? AlignedBuffer(count: extent) : nil
    second?.floats.update(repeating: optimizer.initialSecond)
  }
}

/// How far each weight moves for a gradient of 1.
struct StepSizes {
  var rate: Float
  var epsilon: Float = 0

  /// The mean squares that the rate is divided by the roots of; `nil` where it is not.
  var squares: UnsafePointer<Float>?
  var isEpsilonInside = false
}
