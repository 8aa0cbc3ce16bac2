import CKernels

/// Nadam in Keras's form: Adam that looks ahead with a growing momentum (Dozat, 2016).
///
/// With `u_t = beta1 (1 - 0.96^t / 2)` and U_t the product of all u so far,
///
///     w -= rate (u_t+1 m / (1 - U_t+1) + (1 - u_t) g / (1 - U_t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
struct Nadam: Optimizer {
  let configuration: OptimizerConfiguration

  private var decay = 1.0
  private var power2 = 1.0
  private var product = 1.0

  var slots: OptimizerSlots { [.first, .second] }
  var stepSize: StepSize { .root(.second) }

  init(_ configuration: OptimizerConfiguration) {
    self.configuration = configuration
  }

  mutating func nextRule(learningRate: Double) -> ck_rule {
    decay *= 0.96
    power2 *= Double(Float(configuration.beta2))
    let present = configuration.beta1 * (1 - 0.5 * decay)
    let next = configuration.beta1 * (1 - 0.5 * decay * 0.96)
    product *= present
    // The correction of v, taken out of the root, stands in rate and epsilon.
    let correction = (1 - power2).squareRoot()
    var rule = ck_rule()
    rule.rate = Float(learningRate * correction)
    rule.epsilon = Float(configuration.epsilon * correction)
    rule.gain1 = Float(1 - configuration.beta1)
    rule.gain2 = Float(1 - configuration.beta2)
    rule.ahead1 = Float(next / (1 - product * next))
    rule.ahead2 = Float((1 - present) / (1 - product))
    return rule
  }

  func kernel(of kernels: borrowing ck_kernels) -> UpdateKernel { kernels.nadam }
}
