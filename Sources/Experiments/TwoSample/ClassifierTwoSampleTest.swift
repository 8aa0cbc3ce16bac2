import Datasets
import NeuralEngine
import Shift

/// A test of two samples by a classifier that tries to tell them apart.
///
/// The classifier is a linear discriminant on ``ExpandedFeatures``: its weights are `(S + r I)^-1 d`, with
/// S the features' correlations, r their number over that of the rows (at least 0.03), and d the difference
/// of the samples' means. It learns on all folds but one and scores that one. S is of all rows, without
/// their marks, so that a permutation of the marks costs two products and no training, and a permutation
/// test can do what Mann and Whitney's p cannot: folds learn from one another's rows, which makes the area
/// vary more than theirs. The area is the mean over folds, each of which has scores of its own scale.
/// Lopez-Paz and Oquab, ICLR 2017.
struct ClassifierTwoSampleTest {
  /// The most rows of each sample.
  static let mostRows = 10_000

  private static let leastRidge = 0.03

  let sample: PooledSample
  let folds: Folds
  /// Inputs, features and marks in the order of the folds.
  let inputs: DenseMatrix
  let features: ExpandedFeatures
  private let inverse: DenseMatrix
  let seed: UInt64

  init(_ sample: PooledSample, seed: UInt64) {
    self.sample = sample
    self.seed = seed
    folds = Folds(sample, seed: seed)
    inputs = sample.inputs.selecting(folds.order)
    features = ExpandedFeatures(inputs, seed: seed)
    let ridge = max(
      Double(features.matrix.columns) / Double(inputs.rows), Self.leastRidge)
    inverse = features.matrix.correlations().inverse(ridge: ridge)
  }

  /// The area with its p value, and what each column did for it.
  func test() -> ClassifierTest {
    let marks = folds.order.map(sample.isCurrent)
    let outcome = PermutationTest(seed: seed).outcome(marks, within: folds.ranges) { divisions in
      areas(divisions)
    }
    return ClassifierTest(
      area: outcome.observed, p: outcome.p, rows: sample.counts, columns: uses(marks))
  }

  /// The mean area over the folds under each division of the rows.
  private func areas(_ divisions: [[Bool]]) -> [Double] {
    let weights = weights(divisions)
    var areas = [Double](repeating: 0, count: divisions.count)
    for (fold, weights) in zip(folds.ranges, weights) {
      let scores = features.matrix.times(weights, rows: fold)
      for (place, marks) in divisions.enumerated() {
        areas[place] +=
          folds.share(of: fold)
          * rankingArea((0..<fold.count).map { scores[$0, place] }, isCurrent: marks[fold])
      }
    }
    return areas
  }

  /// The weights of the features for each fold, a column for each division.
  func weights(_ divisions: [[Bool]]) -> [DenseMatrix] {
    // Marks about their mean within the fold: their products with the features are differences of means.
    let centred = DenseMatrix(rows: inputs.rows, columns: divisions.count)
    for fold in folds.ranges {
      for (place, marks) in divisions.enumerated() {
        let share = Float(marks[fold].count { $0 }) / Float(fold.count)
        for row in fold { centred[row, place] = (marks[row] ? 1 : 0) - share }
      }
    }
    let differences = folds.ranges.map { features.matrix.transposedTimes(centred, rows: $0) }
    let sum = DenseMatrix(rows: inverse.columns, columns: divisions.count)
    for difference in differences { sum.add(difference) }
    return differences.map { heldOut in
      let others = DenseMatrix(rows: sum.rows, columns: sum.columns)
      others.add(sum)
      others.add(heldOut, times: -1)
      return inverse.times(others, rows: 0..<inverse.rows)
    }
  }
}

extension DenseMatrix {
  /// The correlations of columns that are standardised, made on all processors.
  fileprivate func correlations() -> DenseMatrix {
    let parts = stride(from: 0, to: rows, by: 4096).map { $0..<min($0 + 4096, rows) }
      .concurrentMap(work: .max) { transposedTimes(self, rows: $0) }
    let sum = DenseMatrix(rows: columns, columns: columns)
    for part in parts { sum.add(part, times: 1 / Float(rows)) }
    return sum
  }
}
