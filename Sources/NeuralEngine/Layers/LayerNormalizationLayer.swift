import CKernels

/// Layer normalisation (Ba et al., 2016): `y = gamma (x - mean) / sqrt(variance + 0.001) + beta`, mean and
/// variance over the numbers of a row, or of a step of a series, as in Keras.
struct LayerNormalizationLayer: Layer {
  let name: String
  let inputShape: SampleShape
  let outputShape: SampleShape
  let gamma: Parameter
  let beta: Parameter

  static let epsilon: Float = 1e-3

  var parameters: [Parameter] { [gamma, beta] }

  init(name: String, input: SampleShape, offset: Int) {
    self.name = name
    inputShape = input
    outputShape = .padded(steps: input.steps, width: input.width)
    gamma = Parameter(
      name: "\(name)/gamma", shape: [input.width], initializer: .ones, role: .scale,
      offset: offset)
    beta = Parameter(
      name: "\(name)/beta", shape: [input.width], initializer: .zeros, role: .scale,
      offset: offset + gamma.extent)
  }

  /// The mean of every row, then one over its deviation.
  func scratchCount(samples: Int) -> Int { 2 * samples * inputShape.rowsPerSample }

  func forward(_ pass: LayerPass) {
    var norm = norm(pass)
    pass.kernels.pointee.layer_norm_forward(&norm)
  }

  func backward(_ pass: LayerPass) {
    guard let training = pass.training else { return }
    var norm = norm(pass)
    norm.dy = UnsafePointer(training.outputGradient)
    norm.dx = training.inputGradient
    norm.dgamma = training.gradients + gamma.offset
    norm.dbeta = training.gradients + beta.offset
    pass.kernels.pointee.layer_norm_backward(&norm)
  }

  private func norm(_ pass: LayerPass) -> ck_norm {
    let rows = pass.samples * inputShape.rowsPerSample
    return ck_norm(
      rows: rows, columns: inputShape.width, x: pass.input, x_row: inputShape.stride,
      y: pass.output, y_row: outputShape.stride, gamma: pass.weights + gamma.offset,
      beta: pass.weights + beta.offset, mean: pass.scratch, inverse: pass.scratch + rows,
      epsilon: Self.epsilon, lengths: nil, steps: 1, dy: nil, dx: nil, dgamma: nil, dbeta: nil,
      is_fixed: 0)
  }
}
