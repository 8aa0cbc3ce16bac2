import ArgumentParser

/// A command whose options can stand in an experiment file as well.
protocol ExperimentCommand: ParsableCommand {
  /// The file that was named, if any.
  var experiment: String? { get }
}

extension OptionNames {
  /// The options that an experiment file may hold, whichever command reads it.
  static let ofExperiments = of(FitCommand.self).union(of(DashboardCommand.self))
}
