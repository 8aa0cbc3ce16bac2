import CKernels

/// Gaussian noise: while training, a normal number of mean 0 is added to each input; at evaluation the
/// inputs pass unchanged (Keras's GaussianNoise).
///
/// What is added is a function of (seed, step, layer, row, column) alone.
struct NoiseLayer: Layer {
  let name: String
  let deviation: Double
  let ordinal: Int
  let inputShape: SampleShape
  let outputShape: SampleShape
  let parameters: [Parameter] = []

  init(name: String, deviation: Double, ordinal: Int, input: SampleShape) {
    self.name = name
    self.deviation = deviation
    self.ordinal = ordinal
    inputShape = input
    outputShape = input
  }

  func scratchCount(samples: Int) -> Int { 0 }

  func forward(_ pass: LayerPass) {
    guard let training = pass.training else {
      return pass.output.update(
        from: pass.input, count: pass.samples * inputShape.floatsPerSample)
    }
    var stream = RandomPurpose.noise.stream(
      seed: training.seed, index: UInt64(training.step) << 16 | UInt64(ordinal))
    let blocks = (inputShape.width + 3) / 4
    let first = training.firstSample * inputShape.rowsPerSample
    for row in 0..<pass.samples * inputShape.rowsPerSample {
      let place = row * inputShape.stride
      ck_add_normal(
        pass.output + place, pass.input + place, inputShape.width, &stream,
        UInt32(truncatingIfNeeded: (first + row) * blocks), Float(deviation))
    }
  }

  func backward(_ pass: LayerPass) {
    guard let training = pass.training else { return }
    training.inputGradient?.update(
      from: training.outputGradient, count: pass.samples * inputShape.floatsPerSample)
  }
}
