import Datasets
import Foundation
import NeuralEngine
import Shift

/// The test of two samples by the maximum mean discrepancy.
///
/// The unbiased estimate of its square, `mean k(x, x') + mean k(y, y') - 2 mean k(x, y)` over pairs of
/// different rows, with the Gaussian kernel `exp(-|x - y|^2 / 2 s^2)` and s the median distance between
/// rows of both samples. Gretton et al., Journal of Machine Learning Research 13 (2012) 723-773.
struct MaximumMeanDiscrepancy {
  /// The most rows of each sample: time and memory grow with their square.
  static let mostRows = 2000

  private let sample: PooledSample
  /// The kernel of all pairs, 0 for a row with itself.
  private let kernel: DenseMatrix
  private let rowSums: [Double]
  private let seed: UInt64

  init(_ pooled: PooledSample, seed: UInt64) {
    self.seed = seed
    sample = pooled.drawing(Self.mostRows, seed: seed)
    let bandwidth = sample.inputs.medianDistance(seed: seed)
    let kernel = sample.inputs.squaredDistances()
    rowSums = chunks(of: kernel.rows).concurrentMap(work: .max) { chunk in
      chunk.map { row in
        kernel.withRow(row) { values in
          for other in values.indices {
            values[other] = other == row ? 0 : exp(-values[other] / (2 * bandwidth * bandwidth))
          }
          return values.reduce(0) { $0 + Double($1) }
        }
      }
    }.flatMap(\.self)
    self.kernel = kernel
  }

  /// The statistic with its p value.
  func test() -> KernelTest {
    let count = sample.inputs.rows
    let marks = (0..<count).map(sample.isCurrent)
    let outcome = PermutationTest(seed: seed).outcome(
      marks, within: [0..<count], statistics: statistics)
    return KernelTest(statistic: outcome.observed, p: outcome.p, rows: sample.counts)
  }

  /// The statistic under each division of the rows in two.
  private func statistics(_ divisions: [[Bool]]) -> [Double] {
    let indicators = DenseMatrix(rows: rowSums.count, columns: divisions.count)
    for row in rowSums.indices {
      indicators.withRow(row) { indicators in
        for (place, marks) in divisions.enumerated() { indicators[place] = marks[row] ? 1 : 0 }
      }
    }
    let products = kernel.times(indicators, rows: 0..<kernel.rows)
    let total = rowSums.reduce(0, +)
    let n = Double(sample.counts.reference)
    let m = Double(sample.counts.current)
    return divisions.indices.map { place in
      var within = 0.0
      var all = 0.0
      for row in rowSums.indices where divisions[place][row] {
        within += Double(products[row, place])
        all += rowSums[row]
      }
      let between = all - within
      let others = total - 2 * between - within
      return others / (n * (n - 1)) + within / (m * (m - 1)) - 2 * between / (n * m)
    }
  }
}
