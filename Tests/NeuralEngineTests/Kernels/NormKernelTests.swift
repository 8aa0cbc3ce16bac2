import CKernels
import Testing

@Suite struct NormKernelTests {
  /// Outputs, moments and gradients of both normalisations.
  static func run(
    _ kernels: ck_kernels, rows: Int, columns: Int, xRow: Int, lengths: [Int32]?, steps: Int,
    isFixed: Bool
  ) -> [[Float]] {
    var draws = Draws(rows + columns)
    let yRow = (columns + 15) / 16 * 16
    let padding = [Float](repeating: 0, count: yRow - columns)
    let x = draws.floats(rows * xRow)
    let gamma = draws.floats(columns) + padding
    let beta = draws.floats(columns) + padding
    let dy = (0..<rows).flatMap { _ in draws.floats(columns) + padding }
    var results: [[Float]] = []
    for isBatch in [false, true] {
      var y = [Float](repeating: 9, count: rows * yRow)
      var dx = [Float](repeating: 9, count: rows * xRow)
      var mean = [Float](repeating: 9, count: max(rows, yRow))
      var inverse = mean
      var variance = mean
      var dgamma = [Float](repeating: 9, count: yRow)
      var dbeta = dgamma
      x.withUnsafeBufferPointer { x in
        gamma.withUnsafeBufferPointer { gamma in
          beta.withUnsafeBufferPointer { beta in
            dy.withUnsafeBufferPointer { dy in
              y.withUnsafeMutableBufferPointer { y in
                dx.withUnsafeMutableBufferPointer { dx in
                  mean.withUnsafeMutableBufferPointer { mean in
                    inverse.withUnsafeMutableBufferPointer { inverse in
                      dgamma.withUnsafeMutableBufferPointer { dgamma in
                        dbeta.withUnsafeMutableBufferPointer { dbeta in
                          (lengths ?? []).withUnsafeBufferPointer { all in
                            guard let x = x.baseAddress, let gamma = gamma.baseAddress,
                              let beta = beta.baseAddress, let mean = mean.baseAddress,
                              let inverse = inverse.baseAddress
                            else { return }
                            var norm = ck_norm(
                              rows: rows, columns: columns, x: x, x_row: xRow, y: y.baseAddress,
                              y_row: yRow, gamma: gamma, beta: beta, mean: mean,
                              inverse: inverse, epsilon: 1e-3,
                              lengths: isBatch && lengths != nil ? all.baseAddress : nil,
                              steps: steps, dy: dy.baseAddress,
                              dx: xRow == yRow ? dx.baseAddress : nil,
                              dgamma: dgamma.baseAddress, dbeta: dbeta.baseAddress,
                              is_fixed: isFixed ? 1 : 0)
                            if isBatch {
                              kernels.batch_moments(&norm, &variance)
                              for column in 0..<yRow {
                                inverse[column] = 1 / (variance[column] + 1e-3).squareRoot()
                              }
                              kernels.batch_norm_forward(&norm)
                              kernels.batch_norm_backward(&norm)
                            } else {
                              kernels.layer_norm_forward(&norm)
                              kernels.layer_norm_backward(&norm)
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
      results += [y, dx, mean, inverse, variance, dgamma, dbeta]
    }
    return results
  }

  @Test(arguments: KernelLevel.all, [1, 2, 3, 7, 8, 9, 15, 16, 17, 33, 65])
  func meetTheNaiveTwins(_ level: KernelLevel, _ columns: Int) {
    let padded = (columns + 15) / 16 * 16
    for (rows, steps, lengths) in [
      (1, 1, nil), (3, 1, nil), (17, 1, nil), (12, 4, [1, 4, 2]), (6, 3, [3, 1]),
    ] as [(Int, Int, [Int32]?)] {
      for (xRow, isFixed) in [(columns, false), (padded, false), (padded, true)] {
        func run(_ kernels: ck_kernels) -> [[Float]] {
          NormKernelTests.run(
            kernels, rows: rows, columns: columns, xRow: xRow, lengths: lengths, steps: steps,
            isFixed: isFixed)
        }
        // A row of one number has no deviation: what is left of rounding is divided by 0.03.
        for (array, expected) in zip(run(level.kernels), run(KernelLevel.naive)) {
          let worst = zip(array, expected).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 0
          #expect(worst < 3e-5, "\(rows) x \(columns)")
        }
      }
    }
  }
}
