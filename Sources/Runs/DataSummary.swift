/// What was read, and what became of it on the way to the model.
public struct DataSummary: Sendable, Equatable, Codable {
  /// The rows, or series, of each split that is there.
  public var rows: [Split: Int]

  /// The steps of the longest series; `nil` when rows are no series.
  public var steps: Int?

  /// The steps of the shortest series; `nil` when rows are no series.
  public var fewestSteps: Int?

  /// The feature columns, in the order of the file.
  public var features: [String]

  /// The inputs of the model, after preprocessing.
  public var inputs: Int

  /// The task.
  public var task: Task

  /// The target column.
  public var target: String

  /// The classes, in the order of the logits; empty in regression.
  public var classes: [String]

  /// The feature columns that are constant where preprocessing was fitted, and so are no inputs.
  public var constantColumns: [String]

  /// The cells that were cut at the limit, by split.
  public var clippedCells: [Split: Int]

  /// What a person should know about the data, a line each.
  public var warnings: [String]

  /// Creates a summary.
  public init(
    rows: [Split: Int], steps: Int? = nil, fewestSteps: Int? = nil, features: [String],
    inputs: Int, task: Task, target: String, classes: [String], constantColumns: [String],
    clippedCells: [Split: Int], warnings: [String]
  ) {
    self.rows = rows
    self.steps = steps
    self.fewestSteps = fewestSteps
    self.features = features
    self.inputs = inputs
    self.task = task
    self.target = target
    self.classes = classes
    self.constantColumns = constantColumns
    self.clippedCells = clippedCells
    self.warnings = warnings
  }

  /// What the counts of ``rows`` count: `series` or `rows`.
  public var samplesNoun: String { steps == nil ? "rows" : "series" }
}
