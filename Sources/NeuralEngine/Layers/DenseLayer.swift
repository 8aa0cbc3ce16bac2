import CKernels

/// A fully connected layer, `y = f(x W + b)`: x is [rows, inputs], W [inputs, units].
///
/// On a series it works on every step alone.
struct DenseLayer: Layer {
  let name: String
  let activation: Activation
  let inputShape: SampleShape
  let outputShape: SampleShape
  let kernel: Parameter
  let bias: Parameter

  var parameters: [Parameter] { [kernel, bias] }

  init(
    name: String, units: Int, activation: Activation, input: SampleShape, offset: Int,
    initializer: Initializer
  ) {
    self.name = name
    self.activation = activation
    inputShape = input
    outputShape = .padded(steps: input.steps, width: units)
    kernel = Parameter(
      name: "\(name)/kernel", shape: [input.width, units], initializer: initializer,
      role: .kernel, offset: offset)
    bias = Parameter(
      name: "\(name)/bias", shape: [units], initializer: .zeros, role: .bias,
      offset: offset + kernel.extent)
  }

  /// The transposed kernel, then the weighted sums if the activation's derivative needs them.
  func scratchCount(samples: Int) -> Int {
    transposedCount + (activation.derivativeNeedsSums ? samples * outputShape.floatsPerSample : 0)
  }

  /// With many units the kernel is multiplied as it lies; with few a transposed copy costs less.
  private var multipliesInPlace: Bool { outputShape.width >= 256 }

  private var transposedCount: Int {
    multipliesInPlace ? 0 : outputShape.width * paddedWidth(inputShape.width)
  }

  var packs: Bool {
    multipliesInPlace || ck_kernels.areFarApart(inputShape.stride)
      || ck_kernels.areFarApart(outputShape.stride)
  }

  func forward(_ pass: LayerPass) {
    let rows = pass.samples * inputShape.rowsPerSample
    let keepsSums = activation.derivativeNeedsSums && pass.training != nil
    let sums = keepsSums ? pass.scratch + transposedCount : pass.output
    pass.kernels.pointee.multiply(
      rows: rows, columns: outputShape.stride, depth: inputShape.width,
      LeftFactor(start: pass.input, stride: inputShape.stride),
      RowMajor(start: pass.weights + kernel.offset, stride: kernel.stride),
      into: RowMajor(start: sums, stride: outputShape.stride),
      bias: pass.weights + bias.offset, relu: activation == .relu, packing: pass.packing)
    if activation != .relu {
      activation.apply(
        pass.kernels.pointee, sums: sums, outputs: pass.output, count: rows * outputShape.stride)
    }
  }

  func backward(_ pass: LayerPass) {
    guard let training = pass.training else { return }
    let kernels = pass.kernels
    let rows = pass.samples * inputShape.rowsPerSample
    let gradient = training.outputGradient
    let saved = activation.derivativeNeedsSums ? pass.scratch + transposedCount : pass.output
    activation.differentiate(
      kernels.pointee, saved: saved, gradient: gradient, count: rows * outputShape.stride)

    kernels.pointee.column_sums(
      training.gradients + bias.offset, gradient, outputShape.stride, rows, outputShape.stride)

    // dW = x^T dz
    kernels.pointee.multiply(
      rows: inputShape.width, columns: outputShape.stride, depth: rows,
      LeftFactor(start: pass.input, stride: inputShape.stride, isTransposed: true),
      RowMajor(start: UnsafePointer(gradient), stride: outputShape.stride),
      into: RowMajor(start: training.gradients + kernel.offset, stride: kernel.stride),
      packing: pass.packing)

    // dx = dz W^T
    guard let inputGradient = training.inputGradient else { return }
    let result = RowMajor(start: inputGradient, stride: inputShape.stride)
    if multipliesInPlace {
      kernels.pointee.multiplyByRows(
        rows: rows, columns: inputShape.width, depth: outputShape.stride,
        RowMajor(start: UnsafePointer(gradient), stride: outputShape.stride),
        RowMajor(start: pass.weights + kernel.offset, stride: kernel.stride), into: result,
        packing: pass.packing)
      return
    }
    kernels.pointee.transpose(
      pass.scratch, inputShape.stride, pass.weights + kernel.offset, kernel.stride,
      inputShape.width, outputShape.width)
    kernels.pointee.multiply(
      rows: rows, columns: inputShape.stride, depth: outputShape.width,
      LeftFactor(start: UnsafePointer(gradient), stride: outputShape.stride),
      RowMajor(start: UnsafePointer(pass.scratch), stride: inputShape.stride),
      into: result, packing: pass.packing)
  }
}
