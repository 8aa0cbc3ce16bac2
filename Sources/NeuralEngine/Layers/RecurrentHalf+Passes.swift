import CKernels

extension RecurrentHalf {
  /// Computes the states of all steps.
  func forward(_ pass: LayerPass, _ scratch: Scratch, at start: Floats) {
    let samples = pass.samples
    let steps = input.rowsPerSample
    pack(kernel, from: pass.weights, to: start + scratch.kernel)
    pack(recurrentKernel, from: pass.weights, to: start + scratch.recurrentKernel)
    pack(bias, from: pass.weights, to: start + scratch.bias)
    for step in 0..<steps {
      for sample in 0..<samples {
        let row = start + scratch.inputs + (step * samples + sample) * input.width
        guard let time = time(ofStep: step, sample, pass) else {
          row.update(repeating: 0, count: input.width)
          continue
        }
        row.update(
          from: pass.input + sample * input.floatsPerSample + time * input.stride,
          count: input.width)
      }
    }
    pass.kernels.pointee.multiply(
      rows: steps * samples, columns: gateWidth, depth: input.width,
      LeftFactor(start: start + scratch.inputs, stride: input.width),
      RowMajor(start: UnsafePointer(start + scratch.kernel), stride: gateWidth),
      into: RowMajor(start: start + scratch.gates, stride: gateWidth), bias: start + scratch.bias)

    (start + scratch.states).update(repeating: 0, count: samples * width)
    if cell == .lstm { (start + scratch.cells).update(repeating: 0, count: samples * width) }
    for step in 0..<steps {
      var gates = gates(scratch, at: start, step: step, samples: samples)
      stepForward(&gates, pass.kernels.pointee, scratch, at: start)
    }
  }

  /// Goes back through time, then takes the gradients of the weights over all steps at once.
  ///
  /// With `gradientAtEveryStep` the layers above see every state, else the last alone; with `adds`
  /// the gradient of the inputs is added to what another half wrote.
  func backward(
    _ pass: LayerPass, _ training: TrainingPass, _ scratch: Scratch, at start: Floats,
    gradientAtEveryStep: Bool, adds: Bool
  ) {
    let samples = pass.samples
    let steps = input.rowsPerSample
    let kernels = pass.kernels
    kernels.pointee.transpose(
      start + scratch.transposed, width, start + scratch.recurrentKernel, gateWidth, units,
      gateWidth)
    (start + scratch.carry).update(repeating: 0, count: samples * width)
    for step in stride(from: steps - 1, through: 0, by: -1) {
      var gates = gates(scratch, at: start, step: step, samples: samples)
      if gradientAtEveryStep || step == steps - 1 {
        gates.above = UnsafePointer(start + scratch.above + step * samples * width)
      }
      if step < steps - 1 { gates.through = UnsafePointer(start + scratch.through) }
      stepBackward(&gates, kernels.pointee, scratch, at: start)
      if step > 0 { passBack(gates, kernels.pointee, scratch, at: start) }
    }
    weightGradients(pass, training, scratch, at: start)
    if let inputGradient = training.inputGradient {
      self.inputGradient(pass, scratch, at: start, into: inputGradient, adds: adds)
    }
  }

  private func weightGradients(
    _ pass: LayerPass, _ training: TrainingPass, _ scratch: Scratch, at start: Floats
  ) {
    let rows = input.rowsPerSample * pass.samples
    let kernels = pass.kernels
    let gates = start + scratch.gates
    // What was packed is no longer needed but for the kernel, of which the inputs' gradient is made.
    kernels.pointee.column_sums(start + scratch.bias, gates, gateWidth, rows, gateWidth)
    if cell == .gru {
      kernels.pointee.column_sums(
        start + scratch.bias + gateWidth, start + scratch.recurrent, gateWidth, rows, gateWidth)
    }
    unpack(bias, from: start + scratch.bias, to: training.gradients)

    recurrentGradient(kernels.pointee, rows: rows, scratch, at: start)
    unpack(recurrentKernel, from: start + scratch.recurrentKernel, to: training.gradients)

    if training.inputGradient != nil {
      kernels.pointee.transpose(
        start + scratch.transposed, paddedWidth(input.width), start + scratch.kernel, gateWidth,
        input.width, gateWidth)
    }
    kernels.pointee.multiply(
      rows: input.width, columns: gateWidth, depth: rows,
      LeftFactor(start: start + scratch.inputs, stride: input.width, isTransposed: true),
      RowMajor(start: UnsafePointer(gates), stride: gateWidth),
      into: RowMajor(start: start + scratch.kernel, stride: gateWidth))
    unpack(kernel, from: start + scratch.kernel, to: training.gradients)
  }

  private func inputGradient(
    _ pass: LayerPass, _ scratch: Scratch, at start: Floats, into target: Floats, adds: Bool
  ) {
    let steps = input.rowsPerSample
    let inputWidth = paddedWidth(input.width)
    pass.kernels.pointee.multiply(
      rows: steps * pass.samples, columns: inputWidth, depth: gateWidth,
      LeftFactor(start: start + scratch.gates, stride: gateWidth),
      RowMajor(start: UnsafePointer(start + scratch.transposed), stride: inputWidth),
      into: RowMajor(start: start + scratch.inputGradient, stride: inputWidth))
    for step in 0..<steps {
      for sample in 0..<pass.samples {
        let source = start + scratch.inputGradient + (step * pass.samples + sample) * inputWidth
        // Behind the end both directions count alike, and the gradient is zero.
        let time = time(ofStep: step, sample, pass) ?? step
        let row = target + sample * input.floatsPerSample + time * input.stride
        if adds {
          for column in 0..<input.width { row[column] += source[column] }
        } else {
          row.update(from: source, count: input.width)
        }
      }
    }
  }

  /// The place in the series of the step that the half reads as number `step`; `nil` behind the end.
  ///
  /// Both directions come to what is no part of the series last. The states that they then make are
  /// put out nowhere, so that no gradient comes back from them.
  func time(ofStep step: Int, _ sample: Int, _ pass: LayerPass) -> Int? {
    let length = pass.steps(ofSample: sample, in: input)
    guard step < length else { return nil }
    return isReversed ? length - 1 - step : step
  }

  private func gates(_ scratch: Scratch, at start: Floats, step: Int, samples: Int) -> ck_gates {
    let state = start + scratch.states + step * samples * width
    let cellState = start + scratch.cells + (cell == .lstm ? step * samples * width : 0)
    return ck_gates(
      rows: samples, width: width, gates: start + scratch.gates + step * samples * gateWidth,
      recurrent: start + scratch.recurrent + (keepsRecurrent ? step * samples * gateWidth : 0),
      previous: UnsafePointer(state), state: state + samples * width,
      previous_cell: UnsafePointer(cellState),
      cell: cell == .lstm ? cellState + samples * width : cellState, above: nil, through: nil,
      carry: start + scratch.carry)
  }
}
