/// What a person or a script asks of the training thread; taken up between two batches.
public enum RunCommand: Sendable, Equatable {
  /// Wait after the batch in work.
  case pause

  /// Go on.
  case resume

  /// Train one batch, when paused.
  case step

  /// Begin a new run from the base with the present settings, with the same seed or the next.
  case restart(sameSeed: Bool)

  /// Go on for as many epochs again as the configuration says.
  case extend

  /// Put a setting in force at the next batch.
  case set(Setting)

  /// Cap the epochs a second.
  case setPace(Pace)

  /// Show the distributions of a view against a reference from the next snapshot on.
  case observe(FeatureView, reference: Split)

  /// End after the batch in work.
  case stop
}
