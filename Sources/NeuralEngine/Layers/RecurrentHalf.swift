import CKernels

/// One direction of a recurrent layer: its weights, and the places in its scratch.
///
/// Inside, everything is time-major, [step][sample], in the order in which the half reads the
/// series, so that the products of one step are contiguous and those of all steps are one product.
/// Each gate's block is padded to `width`, which the weights are not: they are packed anew with
/// every pass, which costs little beside the products.
struct RecurrentHalf: Sendable {
  let cell: RecurrentCell
  let units: Int
  let isReversed: Bool
  let input: SampleShape
  let kernel: Parameter
  let recurrentKernel: Parameter
  let bias: Parameter

  /// The floats of one state, padded.
  var width: Int { paddedWidth(units) }

  /// The floats of one row of gates.
  var gateWidth: Int { cell.gates * width }

  /// Whether the backward pass needs what stands in the recurrent products of every step: a GRU's
  /// reset gate multiplies them, or the state in front of them.
  var keepsRecurrent: Bool { cell == .gru || cell == .gruResetBefore }

  var extent: Int { kernel.extent + recurrentKernel.extent + bias.extent }

  init(
    name: String, cell: RecurrentCell, units: Int, isReversed: Bool, input: SampleShape,
    offset: Int, initializer: Initializer
  ) {
    self.cell = cell
    self.units = units
    self.isReversed = isReversed
    self.input = input
    let columns = cell.gates * units
    kernel = Parameter(
      name: "\(name)/kernel", shape: [input.width, columns], initializer: initializer,
      role: .kernel, offset: offset)
    recurrentKernel = Parameter(
      name: "\(name)/recurrent_kernel", shape: [units, columns], initializer: .orthogonal,
      role: .kernel, offset: kernel.offset + kernel.extent)
    bias = Parameter(
      name: "\(name)/bias", shape: cell == .gru ? [2, columns] : [columns],
      initializer: cell == .lstm ? .unitForgetBias : .zeros, role: .bias,
      offset: recurrentKernel.offset + recurrentKernel.extent)
  }

  /// Where things lie in the scratch.
  struct Scratch {
    var count = 0
    var inputs = 0
    var kernel = 0
    var recurrentKernel = 0
    var bias = 0
    var gates = 0
    var recurrent = 0
    var states = 0
    var cells = 0
    var above = 0
    var through = 0
    var carry = 0
    var transposed = 0
    var inputGradient = 0
  }

  func scratch(samples: Int) -> Scratch {
    var places = Scratch()
    func reserve(_ floats: Int) -> Int {
      defer { places.count += paddedWidth(floats) }
      return places.count
    }
    let rows = input.rowsPerSample * samples
    let inputWidth = paddedWidth(input.width)
    places.inputs = reserve(rows * input.width)
    places.kernel = reserve(input.width * gateWidth)
    places.recurrentKernel = reserve(units * gateWidth)
    places.bias = reserve(2 * gateWidth)
    places.gates = reserve(rows * gateWidth)
    places.recurrent = reserve((keepsRecurrent ? rows : samples) * gateWidth)
    places.states = reserve((rows + samples) * width)
    places.cells = reserve(cell == .lstm ? (rows + samples) * width : 0)
    places.above = reserve(rows * width)
    places.through = reserve(samples * width)
    places.carry = reserve(samples * width)
    places.transposed = reserve(gateWidth * max(width, inputWidth))
    places.inputGradient = reserve(rows * inputWidth)
    return places
  }

  /// Copies a matrix of weights, each gate's block padded with zeros.
  func pack(_ parameter: Parameter, from flat: UnsafePointer<Float>, to packed: Floats) {
    for row in 0..<parameter.rows {
      for gate in 0..<cell.gates {
        let target = packed + row * gateWidth + gate * width
        target.update(
          from: flat + parameter.offset + row * parameter.stride + gate * units, count: units)
        (target + units).update(repeating: 0, count: width - units)
      }
    }
  }

  /// The way back, for gradients; the flat buffer's own padding is left alone.
  func unpack(_ parameter: Parameter, from packed: Floats, to flat: Floats) {
    for row in 0..<parameter.rows {
      for gate in 0..<cell.gates {
        (flat + parameter.offset + row * parameter.stride + gate * units).update(
          from: packed + row * gateWidth + gate * width, count: units)
      }
    }
  }
}

/// Where a pass writes.
typealias Floats = UnsafeMutablePointer<Float>
