import ArgumentParser
import Runs

/// A command whose options can stand in an experiment file as well.
protocol ExperimentCommand: ParsableCommand {
  /// The file that was named, if any.
  var experiment: String? { get }

  /// What can stand in it.
  var options: ExperimentOptions { get }
}

extension ExperimentCommand {
  /// Checks before the work that the model can be saved after it, and over nothing that it needs.
  func checkSave(of configuration: RunConfiguration) throws {
    guard let path = options.save else { return }
    let data = configuration.data
    try checkWritable(path, inputs: [experiment, data.source, data.train, data.test])
  }
}

extension OptionNames {
  /// The options that an experiment file may hold, whichever command reads it.
  static let ofExperiments = of(FitCommand.self).union(of(DashboardCommand.self))
    .union(of(DoctorCommand.self))
}
