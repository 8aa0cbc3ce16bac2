import CKernels

/// Batch normalisation (Ioffe and Szegedy, 2015): `y = gamma (x - mean) / sqrt(variance + 0.001) + beta`.
///
/// While training, mean and population variance are those of each column over the batch, and over the
/// steps of its series that are part of them; their moving averages keep 0.99 of themselves each step and
/// stand in for them at evaluation, and where the layer is frozen. All of it is as in Keras.
struct BatchNormalizationLayer: Layer {
  let name: String
  let inputShape: SampleShape
  let outputShape: SampleShape
  let gamma: Parameter
  let beta: Parameter
  let movingMean: Parameter
  let movingVariance: Parameter

  static let epsilon: Float = 1e-3

  /// The share of the moving averages that is kept each step.
  static let momentum: Float = 0.99

  var parameters: [Parameter] { [gamma, beta, movingMean, movingVariance] }

  /// A batch in two halves would have two means.
  var needsWholeBatch: Bool { true }

  init(name: String, input: SampleShape, offset: Int) {
    self.name = name
    inputShape = input
    outputShape = .padded(steps: input.steps, width: input.width)
    let extent = paddedWidth(input.width)
    func parameter(
      _ place: Int, _ variable: String, _ initializer: Initializer, _ role: Parameter.Role
    ) -> Parameter {
      Parameter(
        name: "\(name)/\(variable)", shape: [input.width], initializer: initializer, role: role,
        offset: offset + place * extent)
    }
    gamma = parameter(0, "gamma", .ones, .scale)
    beta = parameter(1, "beta", .zeros, .scale)
    movingMean = parameter(2, "moving_mean", .zeros, .average)
    movingVariance = parameter(3, "moving_variance", .ones, .average)
  }

  /// The mean of every column, then one over its deviation.
  func scratchCount(samples: Int) -> Int { 2 * outputShape.stride }

  func forward(_ pass: LayerPass) {
    var norm = norm(pass)
    if let training = pass.training, !training.isFrozen {
      // The batch's moments stand where other weights have their gradients: the update takes their
      // moving averages from there.
      let variance = training.gradients + movingVariance.offset
      pass.kernels.pointee.batch_moments(&norm, variance)
      (training.gradients + movingMean.offset).update(
        from: norm.mean, count: outputShape.stride)
      setInverse(norm, UnsafePointer(variance))
    } else {
      norm.mean.update(from: pass.weights + movingMean.offset, count: outputShape.stride)
      setInverse(norm, pass.weights + movingVariance.offset)
    }
    pass.kernels.pointee.batch_norm_forward(&norm)
  }

  func backward(_ pass: LayerPass) {
    guard let training = pass.training else { return }
    var norm = norm(pass)
    norm.dy = UnsafePointer(training.outputGradient)
    norm.dx = training.inputGradient
    norm.dgamma = training.gradients + gamma.offset
    norm.dbeta = training.gradients + beta.offset
    norm.is_fixed = training.isFrozen ? 1 : 0
    pass.kernels.pointee.batch_norm_backward(&norm)
  }

  private func setInverse(_ norm: ck_norm, _ variance: UnsafePointer<Float>) {
    for column in 0..<outputShape.stride {
      norm.inverse[column] = 1 / (variance[column] + Self.epsilon).squareRoot()
    }
  }

  private func norm(_ pass: LayerPass) -> ck_norm {
    ck_norm(
      rows: pass.samples * inputShape.rowsPerSample, columns: inputShape.width, x: pass.input,
      x_row: inputShape.stride, y: pass.output, y_row: outputShape.stride,
      gamma: pass.weights + gamma.offset, beta: pass.weights + beta.offset, mean: pass.scratch,
      inverse: pass.scratch + outputShape.stride, epsilon: Self.epsilon, lengths: pass.lengths,
      steps: inputShape.rowsPerSample, dy: nil, dx: nil, dgamma: nil, dbeta: nil, is_fixed: 0)
  }
}
