import Datasets
import Runs

/// The data of a session, ready for the engine.
struct PreparedData: Sendable {
  /// What was read, and what became of it.
  var summary: DataSummary

  /// The fitted preprocessing.
  var pipeline: Pipeline

  /// The classes, or the scale of the target.
  var target: TargetEncoder

  /// The splits that have rows; train is always there.
  var splits: [Runs.Split: SplitData]

  /// The feature columns of each split as they were read.
  var tables: [Runs.Split: Table]

  /// The steps of the longest series; `nil` when rows are no series.
  var steps: Int?
}
