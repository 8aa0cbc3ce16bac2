import Datasets
import NeuralEngine

/// Compares a statistic with what it is when the rows' marks are shuffled.
///
/// `p = (1 + permutations with at least the observed statistic) / (1 + permutations)`: the observed
/// division is one that chance could have made, so that p is never 0, and in samples of one
/// distribution it is below any level with at most that probability. Phipson and Smyth, Statistical
/// Applications in Genetics and Molecular Biology 9 (2010).
struct PermutationTest {
  /// The smallest p is 1 in 1,000.
  static let permutations = 999

  /// Statistics are made for so many divisions at a time, as columns of one product.
  private static let block = 32

  /// What rounding leaves between two divisions of the same statistic.
  private static let tolerance = 1e-7

  let seed: UInt64

  /// Shuffles the marks and makes the statistic anew, 999 times.
  ///
  /// - Parameters:
  ///   - marks: Which sample each row is of.
  ///   - strata: The runs of rows within which marks are shuffled.
  ///   - statistics: The statistic of each of some divisions; called on all processors.
  /// - Returns: The observed statistic and its p value.
  func outcome(
    _ marks: [Bool], within strata: [Range<Int>], statistics: ([[Bool]]) -> [Double]
  ) -> (observed: Double, p: Double) {
    let starts = Array(stride(from: 0, through: Self.permutations, by: Self.block))
    let values = starts.concurrentMap(work: .max) { start in
      let numbers = start..<min(start + Self.block, Self.permutations + 1)
      return statistics(numbers.map { shuffled(marks, within: strata, number: $0) })
    }.flatMap(\.self)
    let extreme = values.dropFirst().count { $0 >= values[0] - Self.tolerance }
    return (values[0], Double(1 + extreme) / Double(values.count))
  }

  /// A permutation by its number; 0 is the observed division.
  private func shuffled(_ marks: [Bool], within strata: [Range<Int>], number: Int) -> [Bool] {
    guard number > 0 else { return marks }
    var random = CounterRandom(seed: seed, purpose: .twoSampleTest, index: 100 + UInt64(number))
    var marks = marks
    for stratum in strata { marks[stratum].shuffle(using: &random) }
    return marks
  }
}
