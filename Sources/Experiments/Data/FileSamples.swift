import Datasets
import Runs

/// The samples of one file: its rows, or the series that its rows are the steps of.
struct FileSamples {
  /// One row a sample, or one row a step, the steps of a series next to one another; the target is
  /// among the columns.
  let rows: Table

  /// One row a sample, with the target.
  let labels: Table

  /// The steps of every series; `nil` when rows are the samples.
  let steps: Int?

  /// Takes every row for a sample.
  init(rows table: Table) {
    rows = table
    labels = table
    steps = nil
  }

  /// Takes series for samples.
  ///
  /// - Parameters:
  ///   - series: The series.
  ///   - target: The target column; `nil` when it does not matter.
  ///   - expected: The steps that every series has to have; `nil` takes the first one's.
  ///   - origin: Where that number comes from.
  /// - Throws: A `DatasetError` when series differ in length or a target changes within one.
  init(
    series: SeriesTable, target: String?, expected: Int?, from origin: String
  ) throws(DatasetError) {
    steps =
      if let expected {
        try series.evenSteps(expected: expected, from: origin)
      } else {
        try series.evenSteps()
      }
    rows = series.steps
    labels = if let target { try series.labels(in: target) } else { series.steps }
  }
}

/// The samples of a split that have a target, with the columns that are features.
struct LabelledSamples {
  /// One row a sample, or one row a step.
  var features: Table

  /// One element a sample.
  var target: Target

  /// The steps of every series; `nil` when rows are the samples.
  var steps: Int?

  /// The given samples, in the given order.
  func selecting(_ samples: [Int]) -> LabelledSamples {
    LabelledSamples(
      features: features.selecting(rows: samples.rows(steps: steps)),
      target: target.selecting(rows: samples), steps: steps)
  }
}

extension [Int] {
  /// The rows that samples of these numbers consist of.
  func rows(steps: Int?) -> [Int] {
    guard let steps else { return self }
    return flatMap { $0 * steps..<($0 + 1) * steps }
  }
}

extension SequenceColumns {
  /// The columns as the reader of data takes them.
  var seriesColumns: SeriesColumns { SeriesColumns(series: series, step: step) }
}
