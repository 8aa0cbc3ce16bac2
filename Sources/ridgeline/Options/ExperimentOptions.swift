import ArgumentParser
import Runs

/// What `fit` and the dashboard share: an experiment, and where its model goes.
struct ExperimentOptions: ParsableArguments {
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup(title: "Loss") var loss: LossOptions
  @OptionGroup(title: "Penalties") var penalties: PenaltyOptions
  @OptionGroup(title: "Training") var training: TrainingOptions
  @OptionGroup(title: "Steps") var steps: StepOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The most epochs a second, or max. (default: fit max, dashboard 10)", valueName: "rate"),
    transform: parsePace)
  var pace: Pace?

  @Option(
    help: ArgumentHelp("Where the model is written, as safetensors.", valueName: "file"),
    completion: .file())
  var save: String?

  /// The configuration of the run on the files that the options name.
  ///
  /// - Throws: A usage error when something is missing or contradicts something else.
  func configuration() throws -> RunConfiguration {
    var configuration = RunConfiguration(data: try data.configuration())
    try apply(to: &configuration)
    return configuration
  }

  /// Puts everything but the files and the target into `configuration`.
  ///
  /// - Throws: A usage error when options contradict one another.
  func apply(to configuration: inout RunConfiguration) throws {
    try data.apply(to: &configuration.data)
    try model.apply(to: &configuration)
    try loss.apply(to: &configuration)
    try penalties.apply(to: &configuration)
    try training.apply(to: &configuration)
    try steps.apply(to: &configuration)
  }
}
