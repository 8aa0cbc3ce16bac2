public import Runs
import Shift
public import TerminalUI

/// Everything that the screen shows, and everything that a person has chosen on it.
///
/// Only ``reduce(_:_:)`` alters it; ``render(_:size:theme:glyphs:)`` draws it.
public struct DashboardState: Sendable, Equatable {
  /// The size of the terminal.
  public internal(set) var size: Size

  /// The size of the image whose pixels the feature columns are, row by row; `nil` when they are none.
  let imageSize: Size?

  /// The name of the theme that a person wants.
  public var themeName: String { themeNames.isEmpty ? "" : themeNames[themeIndex] }

  // MARK: The session

  /// What the session was started with.
  let configuration: RunConfiguration

  /// What was read.
  var data: DataSummary?

  /// Where fine-tuning starts from.
  var base: BaseSummary?

  /// The newest state of the training thread.
  var status: RunStatus?

  /// The present run, once it has begun.
  var run: RunHistory?

  /// The runs before it, the newest last.
  var earlierRuns: [RunHistory] = []

  /// The distributions of the inputs, one a reference.
  var inputs: [Split: DistributionSnapshot] = [:]

  /// The distributions of every step of a series alone, one a reference.
  var steps: [Split: DistributionSnapshot] = [:]

  /// The look at the model from inside that is shown.
  var model: ModelSnapshot?

  /// A newer one, which waits until the one that is shown was seen long enough.
  var nextModel: ModelSnapshot?

  /// The updates so far, ten a second while anything moves: the clock of what shall stay for a while.
  var updates = 0

  /// The update with which the look came that is shown, and the last one before a step through the list.
  var lookedAt = 0
  var movedAt: Int?

  /// The training rate in rows a second, and the epochs a second, as they are shown.
  var rowRate = SteadyRate()
  var epochRate = SteadyRate()

  // MARK: What was asked of the trainer

  /// The settings asked for and those in force.
  var settings: SettingsLedger

  /// The pace asked for.
  var pace: Pace

  /// Whether training shall wait.
  var isPauseWanted = false

  /// Whether the wait is only for the time that the program is suspended.
  var isPausedBySuspension = false

  // MARK: What was chosen on the screen

  /// The keys and what they do.
  let keyMap: KeyMap<KeyAction>

  /// The panel that takes the arrow keys.
  var focus = PanelKind.distribution {
    didSet { if focus.isLower { lowerPanel = focus } }
  }

  /// The panel below the curves where there is room for one.
  var lowerPanel = PanelKind.distribution

  /// Whether that panel fills the screen.
  var isFullScreen = false

  /// What lies over the panels.
  var overlay: Overlay?

  /// The answer to the last key.
  var notice: Notice?

  /// Which distributions are looked at, and against what.
  var view = FeatureView.inputs
  var reference = Split.train

  /// How distributions are drawn, where the selected feature has that form.
  var form = DistributionForm.overlay

  /// What the list of features is ordered by, where the view has that.
  var order = FeatureOrder.driftTimesUse

  /// The order of the features of each view.
  var rankings: [FeatureView: FeatureRanking] = [:]

  /// The feature that is selected in each view, by name, so that it stays when the order changes.
  var selections: [FeatureView: String] = [:]

  /// The selected row of the settings.
  var settingRow = SettingRow.l1

  /// Which earlier run is drawn behind.
  var ghostChoice = GhostChoice.latest

  /// How the present run does against it on the same rows.
  private(set) var ghostComparison = GhostComparison()

  /// Whether the loss is drawn on a logarithmic axis.
  var isLossLogarithmic = false

  /// The weight of the curves' moving average.
  var smoothing = 0.0

  /// The axes that shall seldom change.
  var scales = SteadyScales()

  private let themeNames: [String]
  private var themeIndex: Int

  /// The weights of the moving average that a key goes through.
  static let smoothings = [0, 0.6, 0.9, 0.97]

  /// The updates for which a look at the model stays, and the order of the list after a step in it: 0.3 s
  /// and 2.5 s.
  static let (updatesPerLook, updatesPerStep) = (3, 25)

  /// The most earlier runs that are kept.
  static let maximumEarlierRuns = 8

  /// Creates the state at the start of a session, before anything is read.
  ///
  /// - Parameters:
  ///   - configuration: What the session is started with.
  ///   - pace: The pace at the start.
  ///   - size: The size of the terminal.
  ///   - imageSize: The size of the image whose pixels the feature columns are, row by row.
  ///   - themeNames: The names of the themes, in the order in which a key goes through them.
  ///   - themeName: The theme at the start; the first when there is none of that name.
  ///   - keyMap: The keys and what they do.
  public init(
    configuration: RunConfiguration, pace: Pace = .comfortable, size: Size, imageSize: Size? = nil,
    themeNames: [String] = [], themeName: String = "", keyMap: KeyMap<KeyAction> = .dashboard
  ) {
    self.configuration = configuration
    self.pace = pace
    self.size = size
    self.imageSize = imageSize
    self.themeNames = themeNames
    self.keyMap = keyMap
    themeIndex = themeNames.firstIndex(of: themeName) ?? 0
    settings = SettingsLedger(configuration.liveSettings)
  }

  /// Compares the run with the ghost as far as both have come.
  mutating func compareWithGhost() {
    ghostComparison.follow(run, with: pairedGhost)
  }

  /// Chooses the next theme; after the last the first.
  mutating func chooseNextTheme() {
    guard !themeNames.isEmpty else { return }
    themeIndex = (themeIndex + 1) % themeNames.count
  }
}
