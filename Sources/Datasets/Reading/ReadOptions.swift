/// How files are to be read.
public struct ReadOptions: Sendable, Equatable {
  /// Columns to be taken as categories whatever they hold.
  public var categorical: [String]

  /// Columns that have to hold numbers.
  public var numeric: [String]

  /// Columns that are not read.
  public var drop: [String]

  /// The columns that name series and step, of files with one row a step.
  ///
  /// They are read as categories and as numbers, whatever they look like.
  public var sequence: SeriesColumns?

  /// The column to predict, when it matters for reading; it cannot be dropped.
  public var target: String?

  /// The files that may lack the target, such as test: where the model must work nobody may have labelled it yet.
  public var unlabelled: [String]

  /// Whether the target is told by its spelling, even where it is a number.
  ///
  /// Its cells may then be numbers in one file and text in a later one.
  public var targetHoldsClasses: Bool

  /// What stands between two cells; nil finds it by looking, for each file.
  public var delimiter: Delimiter?

  /// Creates options; by default kinds and delimiter are found by looking.
  public init(
    categorical: [String] = [], numeric: [String] = [], drop: [String] = [],
    sequence: SeriesColumns? = nil, target: String? = nil, unlabelled: [String] = [],
    targetHoldsClasses: Bool = false, delimiter: Delimiter? = nil
  ) {
    self.categorical = categorical
    self.numeric = numeric
    self.drop = drop
    self.sequence = sequence
    self.target = target
    self.unlabelled = unlabelled
    self.targetHoldsClasses = targetHoldsClasses
    self.delimiter = delimiter
  }
}
