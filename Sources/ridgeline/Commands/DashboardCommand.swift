import ArgumentParser
import CursesBackend
import Dashboard
import Experiments
import Runs
import TerminalUI

/// The dashboard: a run, live, on the terminal.
struct DashboardCommand: ExperimentCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "Train and watch it on the screen (the default).",
    discussion: """
      Without data it opens the bundled demo: digits, learned clean and met on a worn scanner. Press \
      1 there to switch on L1 and watch the test accuracy; ? lists every key. \
      \(FileForms.sentence)
      """)

  @OptionGroup var options: ExperimentOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  func run() throws {
    let places = SystemPlaces.current
    let folders = try DataFolders(checking: screen.dataDir, places: places)
    let configuration = try configuration(in: folders)
    guard OutputStream.standard.isTerminal else {
      throw Failure(
        "standard output is no terminal; 'ridgeline fit' trains without a screen, "
          + "and over SSH 'ssh -t' gives one")
    }
    try checkFiles(of: configuration)
    let settings = UserSettings(path: places.configuration + "/config.toml")
    let looks = Looks(screen, settings, themeFolders: folders.paths(of: "themes"))
    let log = Diagnostics(places)
    for warning in settings.warnings + looks.warnings { try log.warn(warning) }
    let pace = options.pace ?? settings.pace ?? .comfortable
    let session = TrainingSession(
      configuration: configuration,
      weights: try SuppliedWeights(readingFor: configuration),
      baseStore: BaseModelFolder(path: places.cache),
      pace: pace, observesDistributions: true,
      prepareThread: CursesTerminal.guardCurrentThread)
    let terminal = try CursesTerminal(
      environment: TerminalEnvironment(places.variables), options: looks.terminal)
    let state = DashboardState(
      configuration: configuration, pace: pace, size: terminal.size,
      imageSize: screen.image ?? (options.data.namesNothing ? DemoExperiment.imageSize : nil),
      themeNames: looks.themeNames, themeName: looks.themeName, keyMap: settings.keyMap)
    let painter = Painter(
      terminal: terminal, themes: looks.themes,
      glyphs: looks.glyphs(isUTF8: terminal.isUTF8, places.variables))
    let models = ModelFolder(
      path: places.data + "/models", name: RunTitle.data(configuration.data), given: options.save)
    let ending = DashboardLoop(
      terminal: terminal, painter: painter, session: session, models: models, state: state
    ).run()
    switch ending {
    // The screen was all that was asked for: a line that cannot be written is no failure.
    case .left(let line): try? OutputStream.standard.line(line)
    case .failure(let failure):
      log.error(failure.description)
      throw failure
    case .signal(let number): throw ExitCode(ExitStatus.ofSignal(number))
    }
  }

  /// The run that the options ask for; the bundled demo when they name no data.
  func configuration(in folders: DataFolders) throws -> RunConfiguration {
    guard options.data.namesNothing else { return try options.configuration() }
    if let option = options.data.columns.firstGiven {
      throw ValidationError(
        "\(option) is about columns of your data: it needs --train FILE and --target COLUMN; "
          + "without data the bundled demo opens")
    }
    var configuration = try DemoExperiment.configuration(in: folders)
    try options.apply(to: &configuration)
    return configuration
  }
}
