import CKernels
import Testing

@Suite struct GradientKernelTests {
  @Test(arguments: KernelLevel.all)
  func meetTheNaiveTwins(_ level: KernelLevel) {
    for size in oddSizes + [1000] {
      var draws = Draws(size)
      let values = draws.floats(size)
      let weights = draws.floats(size)
      let base = draws.floats(size)
      func run(_ kernels: ck_kernels) -> ([[Float]], Double) {
        var arrays = [values, values, values, values, values]
        kernels.scale(&arrays[0], size, 0.37)
        kernels.clamp(&arrays[1], size, 0.6)
        kernels.blend(&arrays[2], weights, size, 0.125)
        base.withUnsafeBufferPointer { base in
          var penalty = ck_penalty(
            gradient_l1: 0.3, twice_l2: 0.2, proximal_l1: 0, base: base.baseAddress)
          kernels.penalise(&arrays[3], weights, size, &penalty)
          penalty.base = nil
          kernels.penalise(&arrays[4], weights, size, &penalty)
        }
        return (arrays, kernels.sum_of_squares(values, size))
      }
      let (fast, squares) = run(level.kernels)
      let (naive, naiveSquares) = run(KernelLevel.naive)
      for (array, expected) in zip(fast, naive) {
        #expect(zip(array, expected).allSatisfy { abs($0 - $1) < 1e-6 }, "\(size)")
      }
      #expect(abs(squares - naiveSquares) < 1e-5 * naiveSquares)
    }
  }

  @Test(arguments: KernelLevel.all, [1, 2, 7, 33])
  func maxNormMeetsTheNaiveTwin(_ level: KernelLevel, _ rows: Int) {
    for row in [16, 32, 80] {
      var draws = Draws(rows + row)
      var fast = draws.floats(rows * row)
      var naive = fast
      level.kernels.max_norm(&fast, row, rows, 1.5)
      KernelLevel.naive.max_norm(&naive, row, rows, 1.5)
      #expect(zip(fast, naive).allSatisfy { abs($0 - $1) < 1e-6 })
    }
  }

  @Test(arguments: KernelLevel.all)
  func aCutLeavesWhatIsNoNumber(_ level: KernelLevel) {
    var values: [Float] = [.nan, .infinity, -.infinity, 0.5]
    level.kernels.clamp(&values, 4, 1)
    #expect(values[0].isNaN && values.dropFirst() == [1, -1, 0.5])
  }
}
