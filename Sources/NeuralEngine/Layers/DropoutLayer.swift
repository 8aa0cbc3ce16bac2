import CKernels

/// Dropout: while training, each input is set to 0 with probability `rate`, the others are divided
/// by `1 - rate`; at evaluation the inputs pass unchanged (Srivastava et al., 2014).
///
/// What is dropped is a function of (seed, step, layer, element) alone.
struct DropoutLayer: Layer {
  let name: String
  let rate: Double
  let ordinal: Int
  let inputShape: SampleShape
  let outputShape: SampleShape
  let parameters: [Parameter] = []

  init(name: String, rate: Double, ordinal: Int, input: SampleShape) {
    self.name = name
    self.rate = rate
    self.ordinal = ordinal
    inputShape = input
    outputShape = input
  }

  func scratchCount(samples: Int) -> Int { 0 }

  func forward(_ pass: LayerPass) {
    let count = pass.samples * inputShape.floatsPerSample
    guard let training = pass.training else {
      return pass.output.update(from: pass.input, count: count)
    }
    var mask = mask(of: training)
    pass.kernels.pointee.dropout(pass.output, pass.input, count, &mask)
  }

  func backward(_ pass: LayerPass) {
    guard let training = pass.training, let inputGradient = training.inputGradient else { return }
    var mask = mask(of: training)
    pass.kernels.pointee.dropout(
      inputGradient, training.outputGradient, pass.samples * inputShape.floatsPerSample, &mask)
  }

  private func mask(of training: TrainingPass) -> ck_dropout {
    ck_dropout(
      stream: RandomPurpose.dropout.stream(
        seed: training.seed, index: UInt64(training.step) << 16 | UInt64(ordinal)),
      first: UInt32(training.firstSample * inputShape.floatsPerSample / 4),
      threshold: UInt32(rate * 4_294_967_296), scale: Float(1 / (1 - rate)))
  }
}
