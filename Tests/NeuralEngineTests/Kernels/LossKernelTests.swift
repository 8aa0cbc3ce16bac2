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
          gradient_scale: 1 / Float(labels.count), weights: nil)
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
              gradient: gradient.baseAddress, gradient_scale: 0.25, weights: nil)
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

/// The losses with weights of rows, smoothed labels and other formulas.
@Suite struct WeightedLossKernelTests {
  struct Loss: CustomStringConvertible, Sendable {
    let description: String
    let isOfClasses: Bool
    let isBinary: Bool
    let run:
      @Sendable (
        ck_kernels, inout ck_outputs, UnsafePointer<Int32>, UnsafePointer<Float>, inout ck_loss_sums
      ) -> Void
  }

  static func ofClasses(_ smoothing: Float, gamma: Float = 2) -> [Loss] {
    let how = ck_class_loss(smoothing: smoothing, gamma: gamma, alpha: 0.25)
    return [
      Loss(description: "shared \(smoothing)", isOfClasses: true, isBinary: false) {
        var how = how
        $0.shared_cross_entropy(&$1, $2, &how, &$4)
        _ = $3
      },
      Loss(description: "focal \(smoothing) \(gamma)", isOfClasses: true, isBinary: false) {
        var how = how
        $0.focal_cross_entropy(&$1, $2, &how, &$4)
        _ = $3
      },
      Loss(description: "binary \(smoothing)", isOfClasses: true, isBinary: true) {
        var how = how
        $0.binary_cross_entropy(&$1, $2, &how, &$4)
        _ = $3
      },
    ]
  }

  static let losses =
    ofClasses(0) + ofClasses(0.1, gamma: 0.5) + [
      Loss(description: "squared", isOfClasses: false, isBinary: false) {
        $0.squared_error(&$1, $3, &$4)
        _ = $2
      },
      Loss(description: "absolute", isOfClasses: false, isBinary: false) {
        $0.absolute_error(&$1, $3, &$4)
        _ = $2
      },
      Loss(description: "huber", isOfClasses: false, isBinary: false) {
        $0.huber(&$1, $3, 0.8, &$4)
        _ = $2
      },
    ]

  @Test(arguments: KernelLevel.all, losses)
  func meetsTheNaiveTwin(_ level: KernelLevel, _ loss: Loss) {
    for columns in loss.isBinary ? [1] : [1, 2, 3, 15, 16, 17, 65] {
      let row = (columns + 15) / 16 * 16
      for rows in [1, 2, 31, 33] {
        for isWeighted in [false, true] {
          var draws = Draws(rows + columns)
          let values = draws.floats(rows * row, -9...9)
          let labels = (0..<rows).map { _ in
            Int32(draws.integer(-1..<(loss.isBinary ? 3 : columns + 1)))
          }
          let targets = draws.floats(rows * columns)
          let weights = draws.floats(rows, 0...3)
          func run(_ kernels: ck_kernels) -> LossKernelTests.Outcome {
            var outcome = LossKernelTests.Outcome()
            var gradient = [Float](repeating: 9, count: values.count)
            values.withUnsafeBufferPointer { values in
              weights.withUnsafeBufferPointer { weights in
                gradient.withUnsafeMutableBufferPointer { gradient in
                  guard let start = values.baseAddress else { return }
                  var outputs = ck_outputs(
                    values: start, row: row, rows: rows, columns: columns,
                    gradient: gradient.baseAddress, gradient_scale: 0.25,
                    weights: isWeighted ? weights.baseAddress : nil)
                  loss.run(kernels, &outputs, labels, targets, &outcome.sums)
                }
              }
            }
            outcome.gradient = gradient
            return outcome
          }
          let fast = run(level.kernels)
          let naive = run(KernelLevel.naive)
          #expect(abs(fast.sums.loss - naive.sums.loss) < 1e-5 * Double(rows))
          #expect(fast.sums.correct == naive.sums.correct)
          #expect(fast.sums.rows_with_loss == naive.sums.rows_with_loss)
          #expect(abs(fast.sums.absolute_error - naive.sums.absolute_error) < 1e-5 * Double(rows))
          #expect(zip(fast.gradient, naive.gradient).allSatisfy { abs($0 - $1) < 2e-6 })
        }
      }
    }
  }
}
