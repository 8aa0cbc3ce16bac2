import CKernels

/// Adam and AMSGrad in Keras's form: epsilon is added to the root of the uncorrected mean square,
/// and both corrections for bias are in the rate, `rate sqrt(1 - beta2^t) / (1 - beta1^t)`.
struct Adam: Optimizer {
  let configuration: OptimizerConfiguration
  let keepsLargest: Bool

  private var power1 = 1.0
  private var power2 = 1.0

  var slots: OptimizerSlots {
    keepsLargest ? [.first, .second, .third] : [.first, .second]
  }

  var stepSize: StepSize { .root(keepsLargest ? .third : .second) }

  init(_ configuration: OptimizerConfiguration, keepsLargest: Bool) {
    self.configuration = configuration
    self.keepsLargest = keepsLargest
  }

  mutating func nextRule(learningRate: Double) -> ck_rule {
    // The powers are of the decays in single precision, as Keras takes them.
    power1 *= Double(Float(configuration.beta1))
    power2 *= Double(Float(configuration.beta2))
    var rule = ck_rule()
    rule.rate = Float(learningRate * (1 - power2).squareRoot() / (1 - power1))
    rule.gain1 = Float(1 - configuration.beta1)
    rule.gain2 = Float(1 - configuration.beta2)
    rule.epsilon = Float(configuration.epsilon)
    return rule
  }

  func kernel(of kernels: borrowing ck_kernels) -> UpdateKernel {
    keepsLargest ? kernels.amsgrad : kernels.adam
  }
}
