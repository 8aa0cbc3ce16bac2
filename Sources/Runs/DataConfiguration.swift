public import Datasets

/// What the model has to predict.
public enum Task: String, Sendable, CaseIterable, Codable {
  case classification, regression
}

/// Which files a run reads, what their columns are and how they are prepared.
public struct DataConfiguration: Sendable, Equatable, Codable {
  /// The file that the base model learns on.
  public var source: String?

  /// The file that fine-tuning learns on.
  public var train: String

  /// The file from where the model must work.
  public var test: String?

  /// The column to predict.
  public var target: String

  /// The task, or `nil` to find it by looking at the target.
  public var task: Task?

  /// Columns to take as categories, whatever they look like.
  public var categorical: [String] = []

  /// Columns to take as numbers.
  public var numeric: [String] = []

  /// Columns to leave out.
  public var drop: [String] = []

  /// The column that holds a factor, 0 or more, for the loss of each row; it is no feature.
  public var sampleWeight: String?

  /// The columns that name series and step, when a sample is a series and a row one step of it.
  public var sequence: SequenceColumns?

  /// How columns become inputs.
  ///
  /// By default numbers are standardised and cut at 10 deviations.
  public var preprocessing = PreprocessingOptions()

  /// The share of train kept out for validation, 0 ..< 1.
  ///
  /// The default value is 0.1.
  public var validationSplit = 0.1

  /// Whether validation takes the last rows of train instead of a stratified draw.
  public var validationTail = false

  /// Creates a configuration of files with every choice at its default.
  public init(source: String? = nil, train: String, test: String? = nil, target: String) {
    self.source = source
    self.train = train
    self.test = test
    self.target = target
  }
}
