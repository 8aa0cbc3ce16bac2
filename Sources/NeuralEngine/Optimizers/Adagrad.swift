import CKernels

/// Adagrad in Keras's form: `v += g^2`, `w -= rate g / sqrt(v + epsilon)`, v from 0.1 on
/// (Duchi, Hazan and Singer, 2011).
struct Adagrad: Optimizer {
  let epsilon: Double

  var slots: OptimizerSlots { .second }
  var stepSize: StepSize { .rootWithEpsilon(.second) }
  var initialSecond: Float { 0.1 }

  func nextRule(learningRate: Double) -> ck_rule {
    var rule = ck_rule()
    rule.rate = Float(learningRate)
    rule.epsilon = Float(epsilon)
    return rule
  }

  func kernel(of kernels: borrowing ck_kernels) -> UpdateKernel { kernels.adagrad }
}
