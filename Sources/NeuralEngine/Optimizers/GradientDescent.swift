import CKernels

/// Gradient descent: `w -= rate g`; with momentum `m = momentum m - rate g`, `w += m`; Nesterov's
/// form looks ahead, `w += momentum m - rate g`.
struct GradientDescent: Optimizer {
  let momentum: Double
  let isNesterov: Bool

  var slots: OptimizerSlots { momentum > 0 ? .first : [] }

  func nextRule(learningRate: Double) -> ck_rule {
    var rule = ck_rule()
    rule.rate = Float(learningRate)
    rule.decay = Float(momentum)
    return rule
  }

  func kernel(of kernels: borrowing ck_kernels) -> UpdateKernel {
    if momentum == 0 { return kernels.sgd }
    return isNesterov ? kernels.nesterov : kernels.momentum
  }
}
