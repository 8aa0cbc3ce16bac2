/// The weights that fine-tuning starts from, and how good they are.
public struct BaseSummary: Sendable, Equatable, Codable {
  /// Where the base came from.
  public enum Origin: String, Sendable, Codable {
    case source, train, file, none
  }

  /// Where it came from.
  public var origin: Origin

  /// The epochs it was trained for; 0 when it was loaded or not trained.
  public var epochs: Int

  /// Whether it was found in the cache.
  public var isCached: Bool

  /// Its metrics on train.
  public var train: Metrics

  /// Its metrics on validation.
  public var validation: Metrics?

  /// Its metrics on test.
  public var test: Metrics?

  /// What a person should know about it, a line each.
  public var warnings: [String]

  /// Creates a summary.
  public init(
    origin: Origin, epochs: Int, isCached: Bool, train: Metrics, validation: Metrics?,
    test: Metrics?, warnings: [String] = []
  ) {
    self.origin = origin
    self.epochs = epochs
    self.isCached = isCached
    self.train = train
    self.validation = validation
    self.test = test
    self.warnings = warnings
  }

  /// How much better train does than validation, as in ``RunResult/overfitGap``.
  public var overfitGap: Double? { train.gap(to: validation) }

  /// Validation minus test, in accuracy or R2.
  public var shiftGap: Double? { validation?.gap(to: test) }
}
