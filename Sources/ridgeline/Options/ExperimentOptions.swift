import ArgumentParser
import Runs

/// What `fit`, `doctor` and the dashboard share: an experiment, and where its model goes.
struct ExperimentOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Options in a TOML file; the command line wins over it."),
    completion: .file(extensions: ["toml"]))
  var experiment: String?

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
    for part in parts { try part(&configuration) }
  }

  /// The configuration as far as the options go together.
  ///
  /// - Parameter refuse: Is told of what is missing or contradicts something else; the options of that
  ///   group are then as if they were not given.
  /// - Returns: The configuration.
  /// - Throws: A usage error when nothing is named to train on.
  func configuration(refuse: (any Error) -> Void) throws -> RunConfiguration {
    var files = data
    do {
      _ = try data.configuration()
    } catch {
      guard data.train != nil else { throw error }
      refuse(error)
      files.target = ""
    }
    var configuration = RunConfiguration(data: try files.configuration())
    for part in parts {
      do { try part(&configuration) } catch { refuse(error) }
    }
    do { try penalties.checkEffects() } catch { refuse(error) }
    return configuration
  }

  /// What each group of options does to a configuration.
  private var parts: [(inout RunConfiguration) throws -> Void] {
    [
      { try data.apply(to: &$0.data) }, model.apply, loss.apply, penalties.apply, training.apply,
      steps.apply,
    ]
  }
}
