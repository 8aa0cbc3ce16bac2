/// How a run began.
public struct RunHeader: Sendable, Equatable, Codable {
  /// Why a run began.
  public enum Origin: String, Sendable, Codable {
    /// The first of the session.
    case first

    /// Restarted from the base with the same seed: the same batches, so that what differs is what was changed.
    case sameSeed

    /// Restarted from the base with another seed.
    case nextSeed
  }

  /// The number of the run in this session, counted from 1.
  public var number: Int

  /// Why it began.
  public var origin: Origin

  /// What it was configured with, at its start.
  public var configuration: RunConfiguration

  /// Creates a header.
  public init(number: Int, origin: Origin, configuration: RunConfiguration) {
    self.number = number
    self.origin = origin
    self.configuration = configuration
  }
}
