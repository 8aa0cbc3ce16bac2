import Runs

/// The place between two batches where the training thread takes up commands.
///
/// It belongs to the training thread. Outside of it only the queue and the mailbox are known.
final class Gate {
  /// How far the work in hand has come.
  struct Progress {
    var phase = RunPhase.loading
    var epoch = 0
    var batch = 0
    var batchesPerEpoch = 0
    var epochs = 0
    var samplesPerSecond: Double?
    var epochsPerSecond: Double?
  }

  var control: RunControl
  var progress = Progress()

  /// The seconds that were spent waiting for commands, in all.
  private(set) var secondsWaited = 0.0

  /// Called with each new wish of what to show.
  var onObservation: (Observation) -> Void = { _ in }

  private let commands: CommandQueue
  private let mailbox: Mailbox
  private var lastStatus = MonotonicTime.now

  /// The seconds between two looks at a long epoch.
  private static let statusInterval = 0.05

  init(commands: CommandQueue, mailbox: Mailbox, control: RunControl) {
    self.commands = commands
    self.mailbox = mailbox
    self.control = control
  }

  /// Whether the session was asked to end; can be asked while no commands are taken up.
  var isStopRequested: Bool { commands.isStopRequested }

  /// Waits, if need be, until the next batch may be trained.
  ///
  /// - Returns: Why the work is to be left instead, if it is.
  func pass() -> RunControl.Exit? {
    if commands.hasCommands { take(commands.takeAll()) }
    if control.exit != nil { return control.exit }
    if !control.allowsBatch() { waitWhilePaused() }
    if control.exit != nil { return control.exit }
    if MonotonicTime.now.seconds(since: lastStatus) > Self.statusInterval { postStatus() }
    return nil
  }

  /// Sleeps for the pace: until an epoch that began at `start` has had its time.
  ///
  /// Commands are taken up at once; a pause ends the sleep, as ``pass()`` then waits.
  func rest(sinceStart start: MonotonicTime) {
    while control.exit == nil, !control.isPaused, case .epochsPerSecond(let rate) = control.pace {
      let end = start.advanced(by: rate > 0 ? 1 / rate : 0)
      guard end > .now else { return }
      take(commands.waitForCommands(until: end))
    }
  }

  /// Sleeps until a command asks for more work.
  ///
  /// - Parameter canExtend: Whether more epochs are possible; if not, wishes for them are dropped.
  /// - Returns: Why the work is to be left; `nil` to go on for more epochs.
  func waitForMore(canExtend: Bool) -> RunControl.Exit? {
    let start = MonotonicTime.now
    defer { secondsWaited += MonotonicTime.now.seconds(since: start) }
    while true {
      if let exit = control.exit { return exit }
      if canExtend, control.hasExtensions { return nil }
      if !canExtend { _ = control.takeExtensions() }
      take(commands.waitForCommands())
    }
  }

  /// The newest state.
  var status: RunStatus {
    RunStatus(
      phase: phase, epoch: progress.epoch, batch: progress.batch,
      batchesPerEpoch: progress.batchesPerEpoch, epochs: progress.epochs,
      samplesPerSecond: progress.samplesPerSecond, epochsPerSecond: progress.epochsPerSecond,
      pace: control.pace, settings: control.settings)
  }

  /// Posts the newest state.
  func postStatus() {
    mailbox.post(status)
    lastStatus = .now
  }

  /// Posts an event with the newest state.
  func post(_ event: RunEvent) {
    mailbox.post(event, status: status)
    lastStatus = .now
  }

  /// What tells from any thread how far work has come during which no commands are taken up.
  func workReport() -> @Sendable (WorkProgress) -> Void {
    let (status, mailbox) = (status, mailbox)
    return { work in
      var status = status
      status.work = work
      mailbox.post(status)
    }
  }

  /// A pause hides what it interrupts; there is nothing to interrupt before and after training.
  private var phase: RunPhase {
    switch progress.phase {
    case .training, .trainingBase: control.isPaused ? .paused : progress.phase
    default: progress.phase
    }
  }

  private func waitWhilePaused() {
    let start = MonotonicTime.now
    postStatus()
    repeat { take(commands.waitForCommands()) } while control.exit == nil && !control.allowsBatch()
    secondsWaited += MonotonicTime.now.seconds(since: start)
  }

  private func take(_ taken: [RunCommand]) {
    guard !taken.isEmpty else { return }
    let observation = control.observation
    for command in taken { control.take(command) }
    if control.observation != observation { onObservation(control.observation) }
    postStatus()
  }
}
