public import Runs

/// A training thread with its data: runs that start from one base, steered while they go on.
///
/// A session reads its files, makes or loads the base, and trains a run; then it waits for what to do
/// next, until it is told to stop. It posts values and takes commands between two batches, so that
/// whoever watches can neither slow it nor alter its numbers: with the same configuration the final
/// weights are the same, bit for bit, however it is observed, paused or paced.
///
/// All methods may be called from any thread.
public final class TrainingSession: Sendable {
  private let plan: SessionPlan
  private let channels = SessionChannels()
  private let thread = Monitor<WorkerThread?>(nil)

  /// Creates a session; nothing happens before ``start()``.
  ///
  /// - Parameters:
  ///   - configuration: All that determines the first run.
  ///   - weights: Weights that were read from files.
  ///   - baseStore: Where trained bases are kept, or `nil` to train the base each time.
  ///   - pace: The cap on the epochs a second.
  ///   - observesDistributions: Whether a second thread looks into the data and the model.
  ///   - prepareThread: What every thread of the session does first.
  public convenience init(
    configuration: RunConfiguration, weights: SuppliedWeights = SuppliedWeights(),
    baseStore: (any BaseModelStore)? = nil, pace: Pace = .maximum,
    observesDistributions: Bool = false, prepareThread: @escaping @Sendable () -> Void = {}
  ) {
    self.init(
      SessionPlan(
        configuration: configuration, weights: weights, baseStore: baseStore, pace: pace,
        observesDistributions: observesDistributions, script: [], prepareThread: prepareThread))
  }

  /// Creates a session that trains a run again as its journal says, with the same final weights.
  ///
  /// - Parameters:
  ///   - journal: How the run began, what was altered, and for how many epochs it went on.
  ///   - weights: The weights that the run was supplied with.
  ///   - baseStore: Where trained bases are kept.
  public convenience init(
    replaying journal: RunJournal, weights: SuppliedWeights = SuppliedWeights(),
    baseStore: (any BaseModelStore)? = nil
  ) {
    var configuration = journal.header.configuration
    configuration.epochs = journal.epochs
    configuration.earlyStopping = nil
    // The course was planned for the epochs that the run was to have.
    configuration.optimizer.schedule.span =
      configuration.optimizer.schedule.span ?? journal.header.configuration.epochs
    self.init(
      SessionPlan(
        configuration: configuration, weights: weights, baseStore: baseStore, pace: .maximum,
        observesDistributions: false, script: journal.changes))
  }

  private init(_ plan: SessionPlan) {
    self.plan = plan
  }

  deinit {
    // The thread knows the channels, not the session: without a reader it must end by itself.
    channels.commands.send(.stop)
  }

  /// Starts the training thread; the data are read there.
  ///
  /// - Precondition: The session was not started before.
  public func start() {
    thread.update { thread in
      precondition(thread == nil, "a session is started once")
      thread = WorkerThread(name: "training") { [plan, channels] in
        plan.prepareThread()
        SessionRunner(plan: plan, channels: channels).run()
      }
    }
  }

  /// Sends a command; it is taken up between two batches.
  public func send(_ command: RunCommand) {
    channels.commands.send(command)
  }

  /// Takes the newest state and all events since the last time; never waits for training.
  public func drain() -> SessionUpdate {
    channels.mailbox.drain()
  }

  /// Sleeps until there is an event to drain.
  ///
  /// - Parameter seconds: The longest time to sleep; `nil` sleeps until an event or the session's end.
  /// - Returns: Whether there is an event.
  @discardableResult
  public func waitForEvents(timeout seconds: Double? = nil) -> Bool {
    channels.mailbox.waitForEvents(until: seconds.map { MonotonicTime.now.advanced(by: $0) })
  }

  /// Waits for the end of the training thread, which comes after `.stop`.
  ///
  /// A file that is being read is read to its end first.
  ///
  /// - Parameter seconds: The longest time to wait; `nil` waits for ever.
  /// - Returns: Whether the thread has ended, or was never started.
  @discardableResult
  public func join(timeout seconds: Double? = nil) -> Bool {
    let deadline = seconds.map { MonotonicTime.now.advanced(by: $0) }
    return thread.withLock { $0 }?.join(until: deadline) ?? true
  }

  /// The model with the newest good weights.
  ///
  /// While a run goes on these are the weights at the end of its last epoch, at its beginning the
  /// base; after a run with early stopping those of the best epoch; after a stop those of the last
  /// batch; after a divergence those of the last good epoch.
  ///
  /// - Returns: The model, or `nil` before the base is there.
  public func trainedModel() -> TrainedModel? {
    channels.model.trainedModel()
  }
}
