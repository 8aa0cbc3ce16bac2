import ArgumentParser

/// The dashboard.
struct DashboardCommand: ExperimentCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Train and watch it on the screen (the default).")

  @Argument(
    help: ArgumentHelp("Options in a TOML file; the command line wins over it."),
    completion: .file(extensions: ["toml"]))
  var experiment: String?

  @OptionGroup var options: ExperimentOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions
}
