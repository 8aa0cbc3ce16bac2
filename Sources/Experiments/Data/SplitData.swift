import Datasets
import NeuralEngine

/// The rows of one split as the engine takes them; a value, so that it may cross threads.
struct SplitData: Sendable {
  /// The inputs after preprocessing, one row a sample or a step.
  var matrix: FeatureMatrix

  /// The encoded target of each sample.
  var target: Target

  /// The steps of every series; `nil` when rows are no series.
  var steps: Int?

  /// The number of samples: rows, or series.
  var rows: Int { target.count }

  /// The sum of squared distances of the encoded target from its mean, of a regression target.
  var targetSumOfSquares: Double {
    guard case .values(let values) = target, !values.isEmpty else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  /// The same rows as an object of the engine; it stays on the thread that asks.
  func makeSamples() -> Samples {
    switch target {
    case .classes(let labels):
      Samples(inputs: matrix.values, features: matrix.columns, steps: steps, labels: labels)
    case .values(let values):
      Samples(
        inputs: matrix.values, features: matrix.columns, steps: steps,
        targets: values.map(Float.init))
    }
  }

  /// The given samples, in the given order.
  func selecting(rows: [Int]) -> SplitData {
    let width = matrix.columns * (steps ?? 1)
    var values: [Float] = []
    values.reserveCapacity(rows.count * width)
    for row in rows { values.append(contentsOf: matrix.values[row * width..<(row + 1) * width]) }
    return SplitData(
      matrix: FeatureMatrix(
        rows: rows.count * (steps ?? 1), columns: matrix.columns, values: values),
      target: target.selecting(rows: rows), steps: steps)
  }
}
