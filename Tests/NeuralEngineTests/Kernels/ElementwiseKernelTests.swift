import CKernels
import Testing

@Suite struct ElementwiseKernelTests {
  typealias Kernel =
    @convention(c) (
      UnsafeMutablePointer<Float>, UnsafePointer<Float>, Int
    ) -> Void

  struct Case: CustomStringConvertible, Sendable {
    let description: String
    let kernel: @Sendable (ck_kernels) -> Kernel
    let range: ClosedRange<Float>
    /// The bound on the error, given the exact result's input and value.
    let bound: @Sendable (_ input: Float, _ expected: Float) -> Float
  }

  static let cases = [
    Case(description: "relu", kernel: { $0.relu }, range: -3...3) { _, _ in 0 },
    Case(description: "tanh", kernel: { $0.tanh }, range: -12...12) { _, _ in 2e-7 },
    Case(description: "tanh of small", kernel: { $0.tanh }, range: -1...1) { _, _ in 2e-7 },
    Case(description: "sigmoid", kernel: { $0.sigmoid }, range: -95...95) { _, _ in 2e-7 },
    Case(description: "gelu", kernel: { $0.gelu }, range: -9...9) { z, _ in 4e-7 * max(1, abs(z)) },
    Case(description: "exponential", kernel: { $0.exponential }, range: -86.9...88) { _, y in
      3e-7 * y
    },
    Case(description: "leaky relu", kernel: { $0.leaky_relu }, range: -3...3) { _, _ in 0 },
    Case(description: "elu", kernel: { $0.elu }, range: -95...9) { _, _ in 2e-7 },
    Case(description: "selu", kernel: { $0.selu }, range: -9...9) { z, _ in 4e-7 * max(1, abs(z)) },
    Case(description: "silu", kernel: { $0.silu }, range: -95...95) { z, _ in 4e-7 * max(1, abs(z))
    },
    Case(description: "softplus", kernel: { $0.softplus }, range: -95...95) { z, _ in
      4e-7 * max(1, abs(z))
    },
    Case(description: "relu'", kernel: { $0.relu_backward }, range: -1...1) { _, _ in 0 },
    Case(description: "tanh'", kernel: { $0.tanh_backward }, range: -1...1) { _, _ in 5e-7 },
    Case(description: "sigmoid'", kernel: { $0.sigmoid_backward }, range: 0...1) { _, _ in 5e-7 },
    Case(description: "gelu'", kernel: { $0.gelu_backward }, range: -9...9) { _, _ in 1e-6 },
    Case(description: "leaky relu'", kernel: { $0.leaky_relu_backward }, range: -1...1) { _, _ in 0
    },
    Case(description: "elu'", kernel: { $0.elu_backward }, range: -1...2) { _, _ in 5e-7 },
    Case(description: "selu'", kernel: { $0.selu_backward }, range: -1.75...2) { _, _ in 1e-6 },
    Case(description: "silu'", kernel: { $0.silu_backward }, range: -30...30) { _, _ in 5e-6 },
    Case(description: "softplus'", kernel: { $0.softplus_backward }, range: 0...30) { _, _ in 1e-6
    },
  ]

  @Test(arguments: KernelLevel.all, cases)
  func meetsTheNaiveTwin(_ level: KernelLevel, _ testCase: Case) {
    let fast = testCase.kernel(level.kernels)
    let naive = testCase.kernel(KernelLevel.naive)
    for size in oddSizes + [4096] {
      var draws = Draws(size)
      let input = draws.floats(size, testCase.range)
      let target = draws.floats(size)
      var expected = target
      naive(&expected, input, size)
      var aligned = target
      fast(&aligned, input, size)
      let tooFar = (0..<size).first {
        abs(aligned[$0] - expected[$0]) > testCase.bound(input[$0], expected[$0])
      }
      #expect(tooFar == nil, "\(input[tooFar ?? 0]) of \(size)")
      for offset in 1...3 {
        // Shifted memory, guarded on both sides: same bits, nothing else touched.
        let guarded = [Float](repeating: 7, count: offset)
        var shifted = guarded + target + guarded
        let shiftedInput = guarded + input
        shifted.withUnsafeMutableBufferPointer { shifted in
          shiftedInput.withUnsafeBufferPointer { input in
            guard let to = shifted.baseAddress, let from = input.baseAddress else { return }
            fast(to + offset, from + offset, size)
          }
        }
        #expect(shifted == guarded + aligned + guarded)
      }
    }
  }

  @Test(arguments: KernelLevel.all)
  func endsOfTheRangeStaySound(_ level: KernelLevel) {
    let inputs: [Float] = [0, -0.0, 1e-30, 200, -200, 88.8, -88, .infinity, -.infinity, .nan]
    func outputs(_ kernel: Kernel) -> [Float] {
      var values = inputs
      kernel(&values, inputs, inputs.count)
      return values
    }
    let exponential = outputs(level.kernels.exponential)
    #expect(exponential.prefix(3) == [1, 1, 1])
    #expect(exponential[3...8] == [.infinity, 0, .infinity, 0, .infinity, 0])
    let sigmoid = outputs(level.kernels.sigmoid)
    #expect(zip(sigmoid, [0.5, 0.5, 0.5, 1, 0, 1, 0, 1, 0]).allSatisfy { abs($0 - $1) < 1e-37 })
    let tanh = outputs(level.kernels.tanh)
    #expect(tanh.dropLast() == [0, 0, 1e-30, 1, -1, 1, -1, 1, -1])
    let gelu = outputs(level.kernels.gelu)
    #expect(gelu.prefix(2) == [0, 0] && abs(gelu[2] - 5e-31) < 1e-36)
    #expect(gelu[3...7] == [200, 0, 88.8, 0, .infinity])
    let softplus = outputs(level.kernels.softplus)
    #expect(softplus[3...8] == [200, 0, 88.8, 0, .infinity, 0])
    #expect(outputs(level.kernels.elu)[3...8] == [200, -1, 88.8, -1, .infinity, -1])
    let silu = outputs(level.kernels.silu)
    #expect(zip(silu[3...6], [200, 0, 88.8, 0] as [Float]).allSatisfy { abs($0 - $1) < 1e-35 })
    for kernel in [
      level.kernels.relu, level.kernels.tanh, level.kernels.sigmoid, level.kernels.gelu,
      level.kernels.exponential, level.kernels.leaky_relu, level.kernels.elu, level.kernels.selu,
      level.kernels.silu, level.kernels.softplus,
    ] {
      // A NaN must reach the loss, or a run that diverged would look sound.
      #expect(outputs(kernel)[9].isNaN)
    }
  }
}
