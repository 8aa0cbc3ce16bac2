/// Something that happened in a session; none is ever lost or merged.
public enum RunEvent: Sendable, Equatable {
  /// The files were read and prepared.
  case data(DataSummary)

  /// The base is there.
  case base(BaseSummary)

  /// A run began.
  case began(RunHeader)

  /// An epoch was completed.
  case epoch(EpochRecord)

  /// A setting took effect.
  case changed(Change)

  /// A run reached its last epoch or was interrupted.
  case ended(RunResult)

  /// Training came to NaN or infinity and was stopped.
  case diverged(Divergence)

  /// The session ended with an error: what, where, what to do; and whether an option is wrong, rather than a file.
  case failed(String, isWrongUsage: Bool = false)
}
