import Datasets
import NeuralEngine

/// The rows of one split as the engine takes them; a value, so that it may cross threads.
struct SplitData: Sendable {
  /// The inputs after preprocessing, one row a sample or a step; nothing fills up short series here.
  var matrix: FeatureMatrix

  /// The encoded target of each sample.
  var target: Target

  /// The steps of each series; `nil` when rows are no series.
  var series: SeriesLengths?

  /// The factor of each sample's loss; `nil` is 1.
  var weights: [Float]?

  /// Whether the targets are known; else they stand for nothing.
  var isLabelled = true

  /// The number of samples: rows, or series.
  var rows: Int { target.count }

  /// The sum of squared distances of the encoded target from its mean, of a regression target.
  ///
  /// Exactly 0 when all are one number: their mean is rounded, and what is lost would pass for spread.
  var targetSumOfSquares: Double {
    guard case .values(let values) = target, let lowest = values.min(),
      let highest = values.max(), lowest < highest
    else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  /// The same rows as an object of the engine; it stays on the thread that asks.
  func makeSamples() -> Samples {
    switch target {
    case .classes(let labels):
      Samples(
        inputs: matrix.values, features: matrix.columns, steps: series?.room,
        lengths: series?.uneven, labels: labels, weights: weights)
    case .values(let values):
      Samples(
        inputs: matrix.values, features: matrix.columns, steps: series?.room,
        lengths: series?.uneven, targets: values.map(Float.init), weights: weights)
    }
  }

  /// The given samples, in the given order.
  func selecting(rows samples: [Int]) -> SplitData {
    let rows = series.rows(of: samples)
    let width = matrix.columns
    var values: [Float] = []
    values.reserveCapacity(rows.count * width)
    for row in rows { values.append(contentsOf: matrix.values[row * width..<(row + 1) * width]) }
    return SplitData(
      matrix: FeatureMatrix(rows: rows.count, columns: width, values: values),
      target: target.selecting(rows: samples), series: series?.selecting(samples),
      weights: weights.map { weights in samples.map { weights[$0] } }, isLabelled: isLabelled)
  }
}
