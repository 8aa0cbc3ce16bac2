import CKernels
import Testing

/// The fused gates of one step against their naive twins.
@Suite struct GateKernelTests {
  struct Case: CustomStringConvertible, Sendable {
    let description: String
    let gates: Int
    let kernel: @Sendable (ck_kernels) -> @convention(c) (UnsafePointer<ck_gates>) -> Void
  }

  static let cases = [
    Case(description: "rnn", gates: 1) { $0.rnn_forward },
    Case(description: "rnn'", gates: 1) { $0.rnn_backward },
    Case(description: "gru", gates: 3) { $0.gru_forward },
    Case(description: "gru'", gates: 3) { $0.gru_backward },
    Case(description: "gru reset", gates: 3) { $0.gru_reset_forward },
    Case(description: "gru blend", gates: 3) { $0.gru_blend_forward },
    Case(description: "gru blend'", gates: 3) { $0.gru_blend_backward },
    Case(description: "gru reset'", gates: 3) { $0.gru_reset_backward },
    Case(description: "lstm", gates: 4) { $0.lstm_forward },
    Case(description: "lstm'", gates: 4) { $0.lstm_backward },
  ]

  @Test(arguments: KernelLevel.all, cases)
  func meetsTheNaiveTwin(_ level: KernelLevel, _ testCase: Case) {
    for (rows, width) in [(1, 16), (3, 16), (5, 48), (7, 80)] {
      for hasGradients in [true, false] {
        let fast = step(level.kernels, testCase, rows, width, hasGradients)
        let naive = step(KernelLevel.naive, testCase, rows, width, hasGradients)
        let worst = zip(fast, naive).map { abs($0 - $1) }.max() ?? .infinity
        #expect(worst < 2e-6, "\(rows) rows of \(width)")
      }
    }
  }

  /// Everything that the kernel may write, after one step on numbers drawn by the sizes.
  private func step(
    _ kernels: ck_kernels, _ testCase: Case, _ rows: Int, _ width: Int, _ hasGradients: Bool
  ) -> [Float] {
    var draws = Draws(rows * width)
    let states = rows * width
    let gates = states * testCase.gates
    var memory = draws.floats(2 * gates + 7 * states, 0...1)
    memory.withUnsafeMutableBufferPointer { memory in
      guard let start = memory.baseAddress else { return }
      let rest = start + 2 * gates
      var description = ck_gates(
        rows: rows, width: width, gates: start, recurrent: start + gates,
        previous: UnsafePointer(rest), state: rest + states,
        previous_cell: UnsafePointer(rest + 2 * states), cell: rest + 3 * states,
        above: hasGradients ? UnsafePointer(rest + 4 * states) : nil,
        through: hasGradients ? UnsafePointer(rest + 5 * states) : nil, carry: rest + 6 * states)
      testCase.kernel(kernels)(&description)
    }
    return memory
  }
}
