import CKernels

/// RMSprop in Keras's form: epsilon is inside the root, `w -= rate g / sqrt(v + epsilon)`; with
/// momentum `m = momentum m + rate g / sqrt(v + epsilon)`, `w -= m`.
struct RMSprop: Optimizer {
  let rho: Double
  let epsilon: Double
  let momentum: Double

  var slots: OptimizerSlots { momentum > 0 ? [.first, .second] : .second }
  var stepSize: StepSize { .rootWithEpsilon(.second) }

  func nextRule(learningRate: Double) -> ck_rule {
    var rule = ck_rule()
    rule.rate = Float(learningRate)
    rule.decay = Float(momentum)
    rule.gain2 = Float(1 - rho)
    rule.epsilon = Float(epsilon)
    return rule
  }

  func kernel(of kernels: borrowing ck_kernels) -> UpdateKernel { kernels.rmsprop }
}
