import CKernels

/// One step of a half: its products with the previous state, and its gates.
extension RecurrentHalf {
  /// Computes the state behind a step from the products of its inputs and the state before it.
  func stepForward(
    _ gates: inout ck_gates, _ kernels: borrowing ck_kernels, _ scratch: Scratch, at start: Floats
  ) {
    let weights = UnsafePointer(start + scratch.recurrentKernel)
    let atOnce = cell == .gruResetBefore ? 2 * width : gateWidth
    kernels.multiply(
      rows: gates.rows, columns: atOnce, depth: units,
      LeftFactor(start: gates.previous, stride: width),
      RowMajor(start: weights, stride: gateWidth),
      into: RowMajor(start: gates.recurrent, stride: gateWidth),
      bias: cell == .gru ? UnsafePointer(start + scratch.bias + gateWidth) : nil)
    switch cell {
    case .simple: kernels.rnn_forward(&gates)
    case .gru: kernels.gru_forward(&gates)
    case .gruResetBefore:
      kernels.gru_reset_forward(&gates)
      kernels.multiply(
        rows: gates.rows, columns: width, depth: units,
        LeftFactor(start: UnsafePointer(gates.recurrent), stride: gateWidth),
        RowMajor(start: weights + atOnce, stride: gateWidth),
        into: RowMajor(start: gates.recurrent + atOnce, stride: gateWidth))
      kernels.gru_blend_forward(&gates)
    case .lstm: kernels.lstm_forward(&gates)
    }
  }

  /// Turns the values of a step's gates into the gradients of their sums, given what
  /// ``ck_gates/above`` and ``ck_gates/through`` hold.
  func stepBackward(
    _ gates: inout ck_gates, _ kernels: borrowing ck_kernels, _ scratch: Scratch, at start: Floats
  ) {
    switch cell {
    case .simple: kernels.rnn_backward(&gates)
    case .gru: kernels.gru_backward(&gates)
    case .gruResetBefore:
      kernels.gru_blend_backward(&gates)
      kernels.multiply(
        rows: gates.rows, columns: width, depth: width,
        LeftFactor(start: UnsafePointer(gates.gates + 2 * width), stride: gateWidth),
        RowMajor(
          start: UnsafePointer(start + scratch.transposed + 2 * width * width), stride: width),
        into: RowMajor(start: gates.recurrent + width, stride: gateWidth))
      kernels.gru_reset_backward(&gates)
    case .lstm: kernels.lstm_backward(&gates)
    }
  }

  /// Writes the gradient of the previous state, as far as it goes through the products with it, to
  /// the place that the earlier step reads as ``ck_gates/through``.
  func passBack(
    _ gates: ck_gates, _ kernels: borrowing ck_kernels, _ scratch: Scratch, at start: Floats
  ) {
    kernels.multiply(
      rows: gates.rows, columns: width, depth: cell == .gruResetBefore ? 2 * width : gateWidth,
      LeftFactor(
        start: UnsafePointer(cell == .gru ? gates.recurrent : gates.gates), stride: gateWidth),
      RowMajor(start: UnsafePointer(start + scratch.transposed), stride: width),
      into: RowMajor(start: start + scratch.through, stride: width))
  }

  /// Takes the gradient of the packed recurrent kernel over all steps at once, in its own place.
  func recurrentGradient(
    _ kernels: borrowing ck_kernels, rows: Int, _ scratch: Scratch, at start: Floats
  ) {
    let target = start + scratch.recurrentKernel
    let gradients = UnsafePointer(start + (cell == .gru ? scratch.recurrent : scratch.gates))
    let ofStates = cell == .gruResetBefore ? 2 * width : gateWidth
    kernels.multiply(
      rows: units, columns: ofStates, depth: rows,
      LeftFactor(start: start + scratch.states, stride: width, isTransposed: true),
      RowMajor(start: gradients, stride: gateWidth),
      into: RowMajor(start: target, stride: gateWidth))
    guard cell == .gruResetBefore else { return }
    // The candidate saw r * previous, which lies in the first blocks of the recurrent products.
    kernels.multiply(
      rows: units, columns: width, depth: rows,
      LeftFactor(start: start + scratch.recurrent, stride: gateWidth, isTransposed: true),
      RowMajor(start: gradients + ofStates, stride: gateWidth),
      into: RowMajor(start: target + ofStates, stride: gateWidth))
  }
}
