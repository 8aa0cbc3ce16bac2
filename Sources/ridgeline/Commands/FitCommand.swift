import ArgumentParser
import Experiments
import Formats
import Runs

/// The run of the dashboard without a screen.
struct FitCommand: ExperimentCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Train without a screen.",
    discussion: """
      It is the run of the dashboard: same options, same seed, same final weights. Every option can \
      stand in the experiment file under the same name. \
      \(FileForms.sentence)
      """)

  @OptionGroup var options: ExperimentOptions

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Write JSON Lines to standard output.")
  var json = false

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast, help: "Write only warnings and errors.")
  var quiet = false

  func run() throws {
    let configuration = try options.configuration()
    try options.penalties.checkEffects()
    try checkFiles(of: configuration)
    let session = TrainingSession(
      configuration: configuration,
      weights: try SuppliedWeights(readingFor: configuration),
      baseStore: BaseModelFolder(path: SystemPlaces.current.cache),
      pace: options.pace ?? .maximum)
    Interruption.watch()
    session.start()
    defer {
      session.send(.stop)
      session.join()
    }
    var report = FitReport(writesJSON: json, isQuiet: quiet)
    defer { report.clear() }
    try follow(session, &report)
    if let failure = report.failure { throw failure }
  }

  /// Reports what the session does until its run is over.
  private func follow(_ session: TrainingSession, _ report: inout FitReport) throws {
    var isStopping = false
    while true {
      session.waitForEvents(timeout: 0.05)
      if Interruption.isRequested, !isStopping {
        isStopping = true
        session.send(.stop)
      }
      // Looked at before the events are taken: what the thread said last is then among them.
      let isOver = session.join(timeout: 0)
      let update = session.drain()
      for event in update.events {
        if let code = try end(with: event, session, &report) {
          if code != ExitStatus.done { throw ExitCode(code) }
          return
        }
        report.tell(event)
      }
      if let status = update.status { report.show(status) }
      if isOver { throw ended(byRequest: isStopping) }
      // Without a reader a run is worth going on with only for the model that it will save.
      if let failure = report.failure, options.save == nil { throw failure }
    }
  }

  private func ended(byRequest isInterrupted: Bool) -> Failure {
    isInterrupted
      ? Failure(
        "interrupted before the run began: there is no model to save yet",
        code: ExitStatus.interrupted)
      : Failure("the run ended without a result")
  }

  /// Saves and reports when the event ends the run; the exit code, or `nil` while it goes on.
  private func end(
    with event: RunEvent, _ session: TrainingSession, _ report: inout FitReport
  ) throws -> Int32? {
    switch event {
    case .ended(let result):
      // The file is there before the result is told: a script may read it at once.
      let path = try save(session)
      report.tell(event)
      if let path { report.saved(path) }
      return result.isInterrupted ? ExitStatus.interrupted : ExitStatus.done
    case .diverged(let divergence):
      if let path = try save(session) { report.saved(path) }
      throw Failure(divergence.explanation, code: ExitStatus.diverged)
    case .failed(let message, let isWrongUsage):
      throw Failure(message, isWrongUsage: isWrongUsage)
    case .data, .base, .began, .epoch, .changed:
      return nil
    }
  }

  /// Writes the model with the newest good weights to `--save`, and says where.
  private func save(_ session: TrainingSession) throws -> String? {
    guard let path = options.save, let model = session.trainedModel() else { return nil }
    try model.write(to: path)
    return path
  }
}
