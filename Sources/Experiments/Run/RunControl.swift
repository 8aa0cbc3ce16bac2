import Runs

/// What the commands that were taken up ask of the training thread.
struct RunControl: Equatable {
  /// Why the work in hand is to be left.
  enum Exit: Equatable {
    case stop
    case restart(sameSeed: Bool)
  }

  /// The settings that the next batch is to be trained with.
  var settings: LiveSettings

  /// The cap on the epochs a second.
  var pace: Pace

  /// Which distributions are to be shown.
  var observation = Observation()

  /// Whether training waits between two batches.
  private(set) var isPaused = false

  /// Batches to train although it waits.
  private var steps = 0

  /// How often a person asked for as many epochs again.
  private var extensions = 0

  /// Why the work in hand is to be left, if it is.
  private(set) var exit: Exit?

  init(settings: LiveSettings, pace: Pace) {
    self.settings = settings
    self.pace = pace
  }

  /// Takes up a command.
  mutating func take(_ command: RunCommand) {
    switch command {
    case .pause: isPaused = true
    case .resume: goOn()
    case .step: steps += isPaused ? 1 : 0
    case .restart(let sameSeed):
      goOn()
      // More epochs were wished for the run that now ends.
      extensions = 0
      if exit != .stop { exit = .restart(sameSeed: sameSeed) }
    case .extend:
      goOn()
      extensions += 1
    case .set(let setting):
      if setting.isUsable { settings.apply(setting) }
    case .setPace(let pace): self.pace = pace
    case .observe(let view, let reference):
      observation = Observation(view: view, reference: reference)
    case .stop: exit = .stop
    }
  }

  /// Whether the next batch may be trained; uses up a step.
  mutating func allowsBatch() -> Bool {
    guard isPaused else { return true }
    guard steps > 0 else { return false }
    steps -= 1
    return true
  }

  /// Whether a person asked for more epochs.
  var hasExtensions: Bool { extensions > 0 }

  /// The extensions that were asked for since the last time.
  mutating func takeExtensions() -> Int {
    defer { extensions = 0 }
    return extensions
  }

  /// The restart that was asked for is under way, or has nothing to act on.
  mutating func clearRestart() {
    if case .restart = exit { exit = nil }
  }

  private mutating func goOn() {
    isPaused = false
    steps = 0
  }
}

extension Setting {
  /// Whether a number in it can be trained with.
  fileprivate var isUsable: Bool {
    switch self {
    case .l1(let strength), .l2(let strength): strength.value.isFinite && strength.value >= 0
    case .learningRate(let rate): rate.isFinite && rate > 0
    case .l1Mode, .pull: true
    }
  }
}
