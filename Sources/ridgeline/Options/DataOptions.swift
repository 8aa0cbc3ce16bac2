import ArgumentParser
import Datasets
import Runs

/// Which files are read, what their columns are and how they are prepared.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("What the base model learns on.", valueName: "file"), completion: .file())
  var source: String?

  @Option(
    help: ArgumentHelp("What fine-tuning learns on.", valueName: "file"), completion: .file())
  var train: String?

  @Option(
    help: ArgumentHelp(
      "Data from where the model must work; nothing is ever fitted on it.", valueName: "file"),
    completion: .file())
  var test: String?

  @Option(help: ArgumentHelp("The column to predict.", valueName: "column"))
  var target: String?

  @Option(help: "What the target is. (default: found by looking at it)")
  var task: Runs.Task?

  @OptionGroup var columns: ColumnOptions

  @OptionGroup var preparation: PreparationOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The share of train kept out for validation. (default: 0.1)", valueName: "share"),
    transform: number("0 or more and below 1") { (0..<1).contains($0) })
  var validationSplit = 0.1

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Keep out the last rows of train in place of a stratified draw.")
  var validationTail = false

  /// The files and the target, when train and target are named.
  ///
  /// - Throws: A usage error that says which is missing.
  func configuration() throws -> DataConfiguration {
    guard let train else {
      throw ValidationError("--train FILE is missing: the data that fine-tuning learns on")
    }
    guard let target else {
      throw ValidationError("--target COLUMN is missing: the column to predict")
    }
    return DataConfiguration(source: source, train: train, test: test, target: target)
  }

  /// Puts everything but the files and the target into `data`.
  ///
  /// - Throws: A usage error for an option that another one leaves without effect.
  func apply(to data: inout DataConfiguration) throws {
    if validationTail, validationSplit == 0 {
      throw ValidationError(
        "--validation-tail keeps out the last rows, and --validation-split 0 keeps out none: "
          + "leave one of them out")
    }
    data.task = task
    let columns = columns.readOptions
    data.categorical = columns.categorical
    data.numeric = columns.numeric
    data.drop = columns.drop
    data.sequence = columns.sequence.map { SequenceColumns(series: $0.series, step: $0.step) }
    data.preprocessing = try preparation.preprocessing()
    data.validationSplit = validationSplit
    data.validationTail = validationTail
  }

  /// Whether no file and no target was named, so that the bundled demo is meant.
  var namesNothing: Bool { source == nil && train == nil && test == nil && target == nil }
}
