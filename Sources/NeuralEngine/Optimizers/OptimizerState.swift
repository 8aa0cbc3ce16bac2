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

  /// The step size of the weight at a place, behind a step with this rule.
  func stepSize(_ size: StepSize, _ rule: ck_rule, at place: Int) -> Double {
    let rate = Double(rule.rate)
    let epsilon = Double(rule.epsilon)
    switch size {
    case .rate: return rate
    case .root(let slot):
      let square = (slot == .third ? third : second)?.start[place] ?? 0
      return rate / (Double(square).squareRoot() + epsilon)
    case .rootWithEpsilon:
      return rate / (Double(second?.start[place] ?? 0) + epsilon).squareRoot()
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
