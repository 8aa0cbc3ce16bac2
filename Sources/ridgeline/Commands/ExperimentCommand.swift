import ArgumentParser
import Datasets
import Runs

/// A command whose options can stand in an experiment file as well.
protocol ExperimentCommand: ParsableCommand {
  /// What can stand in it, and the file itself.
  var options: ExperimentOptions { get }
}

extension ExperimentCommand {
  /// The file that was named, if any.
  var experiment: String? { options.experiment }

  /// Checks before the work that every file can be read, standard input no more than once, and that the
  /// model can be saved after it, over nothing that it needs.
  func checkFiles(of configuration: RunConfiguration) throws {
    try StandardInput.check(
      inputs(of: configuration) + [configuration.base, configuration.initialWeights])
    try checkSaving(of: configuration)
  }

  /// Checks that the model can be saved.
  func checkSaving(of configuration: RunConfiguration) throws {
    guard let path = options.save else { return }
    let files = inputs(of: configuration).compactMap(\.self)
      .flatMap { (try? FilePattern($0).files()) ?? [] }
    try checkWritable(path, inputs: files)
  }

  private func inputs(of configuration: RunConfiguration) -> [String?] {
    let data = configuration.data
    return [experiment, data.source, data.train, data.test]
  }
}

extension OptionNames {
  /// The options that an experiment file may hold, whichever command reads it.
  static let ofExperiments = of(FitCommand.self).union(of(DashboardCommand.self))
    .union(of(DoctorCommand.self))
}
