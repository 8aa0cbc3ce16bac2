import CKernels
import Testing

@Suite struct LossKernelTests {
  struct Outcome {
    var sums = ck_loss_sums()
    var gradient: [Float] = []
  }

  static func crossEntropy(
    _ kernels: ck_kernels, logits: [Float], row: Int, columns: Int, labels: [Int32],
    wantsGradient: Bool = true
  ) -> Outcome {
    var outcome = Outcome()
    var gradient = [Float](repeating: 9, count: logits.count)
    logits.withUnsafeBufferPointer { logits in
      gradient.withUnsafeMutableBufferPointer { gradient in
        guard let values = logits.baseAddress else { return }
        var outputs = ck_outputs(
          values: values, row: row, rows: labels.count, columns: columns,
          gradient: wantsGradient ? gradient.baseAddress : nil,
          gradient_scale: 1 / Float(labels.count))
        kernels.cross_entropy(&outputs, labels, &outcome.sums)
      }
    }
    outcome.gradient = gradient
    return outcome
  }

  @Test(arguments: KernelLevel.all, [1, 2, 3, 10, 15, 16, 17, 63, 64, 65, 300])
  func crossEntropyMeetsTheNaiveTwin(_ level: KernelLevel, _ columns: Int) {
    let row = (columns + 15) / 16 * 16
    for rows in [1, 2, 31, 32, 33, 65] {
      var draws = Draws(rows)
      let logits = draws.floats(rows * row, -9...9)
      let labels = (0..<rows).map { _ in Int32(draws.integer(-1..<columns)) }
      for wantsGradient in [false, true] {
        func run(_ kernels: ck_kernels) -> Outcome {
          LossKernelTests.crossEntropy(
            kernels, logits: logits, row: row, columns: columns, labels: labels,
            wantsGradient: wantsGradient)
        }
        let fast = run(level.kernels)
        let naive = run(KernelLevel.naive)
        #expect(abs(fast.sums.loss - naive.sums.loss) < 1e-6 * Double(rows))
        #expect(fast.sums.correct == naive.sums.correct)
        #expect(fast.sums.rows_with_loss == naive.sums.rows_with_loss)
        #expect(zip(fast.gradient, naive.gradient).allSatisfy { abs($0 - $1) < 5e-7 })
      }
    }
  }

  @Test(arguments: KernelLevel.all)
  func theFirstOfEqualLogitsIsTheAnswer(_ level: KernelLevel) {
    let logits: [Float] = [1, 4, 4, 0] + [Float](repeating: 99, count: 12)
    for (label, correct) in [(Int32(1), 1), (2, 0), (0, 0)] {
      let outcome = LossKernelTests.crossEntropy(
        level.kernels, logits: logits, row: 16, columns: 4, labels: [label])
      #expect(outcome.sums.correct == correct)
    }
  }

  @Test(arguments: KernelLevel.all, [Float.nan, .infinity])
  func whatIsNoNumberShowsInTheLoss(_ level: KernelLevel, _ value: Float) {
    for place in 0..<5 {
      var logits = [Float](repeating: 0, count: 16)
      logits[place] = value
      let outcome = LossKernelTests.crossEntropy(
        level.kernels, logits: logits, row: 16, columns: 5, labels: [2])
      #expect(!outcome.sums.loss.isFinite)
      #expect(outcome.sums.correct == 0)
    }
  }

  @Test(arguments: KernelLevel.all)
  func extremeLogitsKeepTheLossExact(_ level: KernelLevel) {
    var logits = [Float](repeating: 0, count: 16 * 64)
    for row in 0..<64 { logits[row * 16] = 3e4 }
    let wrong = LossKernelTests.crossEntropy(
      level.kernels, logits: logits, row: 16, columns: 3, labels: [Int32](repeating: 1, count: 64))
    #expect(wrong.sums.loss == 3e4 * 64)
    let right = LossKernelTests.crossEntropy(
      level.kernels, logits: logits, row: 16, columns: 3, labels: [Int32](repeating: 0, count: 64))
    #expect(right.sums.loss == 0)
    #expect(right.sums.correct == 64)
  }

  @Test(arguments: KernelLevel.all, [1, 2, 17])
  func squaredErrorMeetsTheNaiveTwin(_ level: KernelLevel, _ columns: Int) {
    let row = (columns + 15) / 16 * 16
    for rows in oddSizes {
      var draws = Draws(rows)
      let outputs = draws.floats(rows * row)
      let targets = draws.floats(rows * columns)
      func run(_ kernels: ck_kernels) -> Outcome {
        var outcome = Outcome()
        var gradient = [Float](repeating: 9, count: outputs.count)
        outputs.withUnsafeBufferPointer { outputs in
          gradient.withUnsafeMutableBufferPointer { gradient in
            guard let values = outputs.baseAddress else { return }
            var description = ck_outputs(
              values: values, row: row, rows: rows, columns: columns,
              gradient: gradient.baseAddress, gradient_scale: 0.25)
            kernels.squared_error(&description, targets, &outcome.sums)
          }
        }
        outcome.gradient = gradient
        return outcome
      }
      let fast = run(level.kernels)
      let naive = run(KernelLevel.naive)
      #expect(abs(fast.sums.loss - naive.sums.loss) < 1e-6 * Double(rows))
      #expect(abs(fast.sums.absolute_error - naive.sums.absolute_error) < 1e-6 * Double(rows))
      #expect(abs(fast.sums.squared_error - naive.sums.squared_error) < 1e-6 * Double(rows))
      #expect(zip(fast.gradient, naive.gradient).allSatisfy { abs($0 - $1) < 1e-6 })
    }
  }
}
