import Datasets
import Runs

/// The samples of one file: its rows, or the series that its rows are the steps of.
struct FileSamples {
  /// One row a sample, or one row a step, the steps of a series next to one another; the target is
  /// among the columns.
  let rows: Table

  /// One row a sample, with the target.
  let labels: Table

  /// The steps of each series; `nil` when rows are the samples.
  private(set) var series: SeriesLengths?

  /// Takes every row for a sample.
  init(rows table: Table) {
    rows = table
    labels = table
    series = nil
  }

  /// Takes series for samples.
  ///
  /// - Parameters:
  ///   - series: The series.
  ///   - target: The target column; `nil` when it does not matter.
  ///   - rule: How many steps a series may have.
  /// - Throws: A `DatasetError` when a series breaks the rule or a target changes within one.
  init(series: SeriesTable, target: String?, rule: StepRule) throws(DatasetError) {
    switch rule {
    case .any: break
    case .first: _ = try series.evenSteps()
    case .exactly(let steps, let origin):
      _ = try series.evenSteps(expected: steps, from: origin)
    }
    self.series = SeriesLengths(series.stepCounts)
    rows = series.steps
    labels = if let target { try series.labels(in: target) } else { series.steps }
  }

  /// The factor of each sample's loss that a column holds.
  ///
  /// - Throws: A ``SessionFailure`` for a factor that is missing or below 0, or that changes within a
  ///   series, and when all are 0.
  func weights(in column: String) throws(SessionFailure) -> [Float]? {
    guard case .numeric(let cells)? = rows[column] else { return nil }
    func failure(_ problem: String) -> SessionFailure {
      SessionFailure(
        description: "\(rows.source.pathForMessage), column '\(column.cleaned)': \(problem)")
    }
    let weights = try (0..<labels.rowCount).map { sample throws(SessionFailure) -> Double in
      let own = series.rows(of: [sample]).map { cells[$0] }
      guard let weight = own.first, own.allSatisfy({ $0 >= 0 && Float($0).isFinite }) else {
        throw failure("a weight is missing or below 0; give every row one of 0 or more")
      }
      guard own.allSatisfy({ $0 == weight }) else {
        throw failure("the weight changes within a series; give all of its rows the same")
      }
      return weight
    }
    guard weights.contains(where: { Float($0) > 0 }) else {
      throw failure("every weight is 0; give some rows more")
    }
    return weights.map { Float($0) }
  }

  /// The same with room for the longest series of all files.
  func with(room: Int?) -> FileSamples {
    var samples = self
    if let room { samples.series?.room = room }
    return samples
  }
}

/// How many steps a series may have.
enum StepRule {
  /// Any number: the layers take series of unequal length.
  case any

  /// As many as the first.
  case first

  /// A number, and where it comes from, as a message says it.
  case exactly(Int, from: String)
}

/// The samples of a split that have a target, with the columns that are features.
struct LabelledSamples {
  /// One row a sample, or one row a step.
  var features: Table

  /// One element a sample.
  var target: Target

  /// The steps of each series; `nil` when rows are the samples.
  var series: SeriesLengths?

  /// The factor of each sample's loss; `nil` is 1.
  var weights: [Float]?

  /// Whether the targets are known.
  var isLabelled = true

  /// The samples as the engine takes them.
  func prepared(by pipeline: Pipeline) throws(DatasetError) -> SplitData {
    SplitData(
      matrix: try pipeline.transform(features), target: target, series: series, weights: weights,
      isLabelled: isLabelled)
  }

  /// The given samples, in the given order.
  func selecting(_ samples: [Int]) -> LabelledSamples {
    LabelledSamples(
      features: features.selecting(rows: series.rows(of: samples)),
      target: target.selecting(rows: samples), series: series?.selecting(samples),
      weights: weights.map { weights in samples.map { weights[$0] } })
  }
}

extension SequenceColumns {
  /// The columns as the reader of data takes them.
  var seriesColumns: SeriesColumns { SeriesColumns(series: series, step: step) }
}
