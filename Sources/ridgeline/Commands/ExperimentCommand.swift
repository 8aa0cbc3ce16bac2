import ArgumentParser
import Datasets
import Runs

/// A command whose options can stand in an experiment file as well.
protocol ExperimentCommand: ParsableCommand {
  /// The file that was named, if any.
  var experiment: String? { get }

  /// What can stand in it.
  var options: ExperimentOptions { get }
}

extension ExperimentCommand {
  /// Checks before the work that every file can be read, standard input no more than once, and that the
  /// model can be saved after it, over nothing that it needs.
  func checkFiles(of configuration: RunConfiguration) throws {
    let data = configuration.data
    let inputs = [experiment, data.source, data.train, data.test]
    try StandardInput.check(inputs + [configuration.base, configuration.initialWeights])
    if let path = options.save {
      let files = inputs.compactMap(\.self).flatMap { (try? FilePattern($0).files()) ?? [] }
      try checkWritable(path, inputs: files)
    }
  }
}

extension OptionNames {
  /// The options that an experiment file may hold, whichever command reads it.
  static let ofExperiments = of(FitCommand.self).union(of(DashboardCommand.self))
    .union(of(DoctorCommand.self))
}
