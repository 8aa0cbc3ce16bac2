import ArgumentParser
import Datasets
import Foundation

/// The root of the command line: `ridgeline` alone is the dashboard.
struct Ridgeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ridgeline",
    abstract: "Fine-tune a model on data whose distribution has moved, and watch it.",
    discussion: """
      Without arguments it opens the dashboard on the bundled demo and starts training. With an \
      experiment (a TOML file) or with --train, --test and --target it does so on your data; \
      'ridgeline help dashboard' lists every option. The same options work for 'ridgeline fit', \
      which trains without a screen.
      """,
    version: version,
    subcommands: [
      DashboardCommand.self, FitCommand.self, DoctorCommand.self, DriftCommand.self,
      EvaluateCommand.self, PredictCommand.self, ThemesCommand.self, PathsCommand.self,
      BenchCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)

  /// The version, as in CHANGELOG.md.
  static let version = "0.1.0"

  /// The command that `arguments` ask for, with the keys of its experiment file filled in.
  ///
  /// - Throws: ArgumentParser's errors for wrong usage, a `Failure` for a bad experiment file.
  static func command(for arguments: [String]) throws -> any ParsableCommand {
    try checkRepetition(in: arguments)
    if arguments.first == DoctorCommand._commandName {
      return try DoctorCommand.command(for: Array(arguments.dropFirst()))
    }
    let command = try parseAsRoot(arguments)
    guard let command = command as? any ExperimentCommand, let path = command.experiment else {
      return command
    }
    try checkMeant(path, by: type(of: command))
    return try merged(command, with: ExperimentFile(path: path), arguments)
  }

  /// Refuses two files for one option: the first would not be read, without a word.
  private static func checkRepetition(in arguments: [String]) throws {
    for name in ExperimentFile.data {
      let given = arguments.prefix { $0 != "--" }.count {
        $0 == "--\(name)" || $0.hasPrefix("--\(name)=")
      }
      if given > 1 {
        throw ValidationError(
          "--\(name) is given \(given == 2 ? "twice" : "\(given) times"); "
            + "one pattern names several files: --\(name) '{a.csv,b.csv}'")
      }
    }
  }

  /// Refuses a word that is no file but nearly a command: `evalute` would be taken for an experiment.
  private static func checkMeant(_ word: String, by command: any ParsableCommand.Type) throws {
    guard !FileManager.default.fileExists(atPath: word) else { return }
    if word == "help" {
      throw Failure(
        "help: no such file; 'ridgeline help \(command._commandName)' lists the options")
    }
    let names = configuration.subcommands.map { $0._commandName }
    if let near = NearNames.of(word, among: names).first {
      throw Failure("\(word): no such file and no such command; did you mean 'ridgeline \(near)'?")
    }
  }

  private static func merged<Command: ExperimentCommand>(
    _ command: Command, with file: ExperimentFile, _ arguments: [String]
  ) throws -> any ParsableCommand {
    let name = Command._commandName
    let own = arguments.first == name ? Array(arguments.dropFirst()) : arguments
    let fromFile = try file.arguments(
      options: OptionNames.values(of: Command.self), ignoring: OptionNames.ofExperiments,
      replacedBy: OptionNames.given(in: own)
    ) { own in
      do {
        _ = try Command.parse(own)
        return own
      } catch {
        throw Failure(Command.message(for: error).onOneLine)
      }
    }
    return try parseAsRoot([name] + fromFile + own)
  }
}
