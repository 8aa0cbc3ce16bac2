import CKernels

/// A rule that turns gradients into steps.
///
/// Its state lies beside the weights, one flat buffer a slot.
///
/// The rule knows nothing of penalties: they are a value that the kernels put in front of it.
protocol Optimizer {
  /// The state that it keeps for every weight.
  var slots: OptimizerSlots { get }

  /// What the second slot holds before the first step.
  var initialSecond: Float { get }

  /// How far a weight moves for a gradient of 1, as the kernels' formulas have it.
  var stepSize: StepSize { get }

  /// The rule's numbers for the next step; called once a step.
  mutating func nextRule(learningRate: Double) -> ck_rule

  /// The kernel of the rule.
  func kernel(of kernels: borrowing ck_kernels) -> UpdateKernel
}

extension Optimizer {
  var stepSize: StepSize { .rate }
  var initialSecond: Float { 0 }
}

/// The formulas of the step size of a weight.
enum StepSize {
  /// The rule's rate.
  case rate
  /// The rate over the root of a mean square in a slot, plus epsilon.
  case root(OptimizerSlots)
  /// The rate over the root of a sum or mean of squares, with epsilon inside.
  case rootWithEpsilon(OptimizerSlots)
}

/// One pass of penalty and rule over a run of weights.
typealias UpdateKernel =
  @convention(c) (
    UnsafePointer<ck_update>, UnsafeMutablePointer<ck_penalty_sums>?
  ) -> Void

/// The buffers of state that a rule keeps, under the names of the kernels' formulas.
struct OptimizerSlots: OptionSet {
  let rawValue: Int
  static let first = OptimizerSlots(rawValue: 1)
  static let second = OptimizerSlots(rawValue: 2)
  static let third = OptimizerSlots(rawValue: 4)
}

extension OptimizerConfiguration {
  func makeOptimizer() -> any Optimizer {
    switch kind {
    case .sgd: GradientDescent(momentum: momentum, isNesterov: false)
    case .nesterov: GradientDescent(momentum: momentum, isNesterov: true)
    case .adam, .adamw: Adam(self, keepsLargest: false)
    case .amsgrad: Adam(self, keepsLargest: true)
    case .rmsprop: RMSprop(rho: rho, epsilon: epsilon, momentum: momentum)
    case .adagrad: Adagrad(epsilon: epsilon)
    case .nadam: Nadam(self)
    case .lion: Lion(beta1: beta1, beta2: beta2)
    }
  }
}
