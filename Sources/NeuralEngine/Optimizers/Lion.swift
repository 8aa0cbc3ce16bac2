import CKernels

/// Lion (Chen et al., 2023): `w -= rate sign(beta1 m + (1 - beta1) g)`, then
/// `m = beta2 m + (1 - beta2) g`.
///
/// Every weight moves by the rate, so that it wants about a tenth of Adam's.
struct Lion: Optimizer {
  let beta1: Double
  let beta2: Double

  var slots: OptimizerSlots { .first }

  func nextRule(learningRate: Double) -> ck_rule {
    var rule = ck_rule()
    rule.rate = Float(learningRate)
    rule.gain1 = Float(1 - beta1)
    rule.gain2 = Float(1 - beta2)
    return rule
  }

  func kernel(of kernels: borrowing ck_kernels) -> UpdateKernel { kernels.lion }
}
