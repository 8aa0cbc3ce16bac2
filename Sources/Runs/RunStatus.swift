/// What the training thread is doing.
public enum RunPhase: Sendable, Equatable {
  /// Reading and preparing the files.
  case loading

  /// Training the base model: the epoch in work of at most so many.
  case trainingBase(epoch: Int, of: Int)

  /// Fine-tuning.
  case training

  /// Waiting, between two batches, for a person.
  case paused

  /// All epochs are done; it goes on when asked to.
  case finished

  /// Stopped at a loss or weight that is not finite.
  case diverged(Divergence)

  /// Ended by an error: what, where, what to do.
  case failed(String)
}

/// The newest state of a session; each replaces the one before.
public struct RunStatus: Sendable, Equatable {
  /// What the training thread is doing.
  public var phase: RunPhase

  /// How far reading and preparing have come, while that is what is done.
  public var work: WorkProgress?

  /// The completed epochs of the run.
  public var epoch: Int

  /// The completed batches of the epoch in work.
  public var batch: Int

  /// The batches of an epoch.
  public var batchesPerEpoch: Int

  /// The epoch at which the run will be finished.
  public var epochs: Int

  /// The newest training rate, in rows a second; `nil` before the first epoch.
  public var samplesPerSecond: Double?

  /// The epochs a second at which the run now goes, pace and evaluation included.
  public var epochsPerSecond: Double?

  /// The pace.
  public var pace: Pace

  /// The settings in force.
  public var settings: LiveSettings

  /// Creates a status.
  public init(
    phase: RunPhase, epoch: Int, batch: Int, batchesPerEpoch: Int, epochs: Int,
    samplesPerSecond: Double?, epochsPerSecond: Double?, pace: Pace, settings: LiveSettings,
    work: WorkProgress? = nil
  ) {
    self.phase = phase
    self.work = work
    self.epoch = epoch
    self.batch = batch
    self.batchesPerEpoch = batchesPerEpoch
    self.epochs = epochs
    self.samplesPerSecond = samplesPerSecond
    self.epochsPerSecond = epochsPerSecond
    self.pace = pace
    self.settings = settings
  }
}
