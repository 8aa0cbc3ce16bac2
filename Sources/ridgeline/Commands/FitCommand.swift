import ArgumentParser
import Runs

/// The run of the dashboard without a screen.
struct FitCommand: ExperimentCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit", abstract: "Train without a screen.")

  @Argument(
    help: ArgumentHelp("Options in a TOML file; the command line wins over it."),
    completion: .file(extensions: ["toml"]))
  var experiment: String?

  @OptionGroup var options: ExperimentOptions

  @Flag(inversion: .prefixedNo, exclusivity: .chooseLast, help: "Write JSON Lines.")
  var json = false

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast, help: "Write only warnings and errors.")
  var quiet = false

  func run() throws {
    _ = try options.configuration()
  }
}
