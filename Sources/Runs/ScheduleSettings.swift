/// How the learning rate changes from batch to batch, by its name on the command line.
public enum ScheduleName: String, Sendable, CaseIterable, Codable {
  /// As it was set.
  case constant

  /// Times the decay at once, every so many epochs.
  case step

  /// The same decay in equal parts, batch by batch.
  case exponential

  /// Along half a cosine down to 0 at the last epoch.
  case cosine
}

/// The course of the learning rate, as factors of the rate that is set.
public struct ScheduleSettings: Sendable, Equatable, Codable {
  /// The course.
  ///
  /// The default value is `constant`.
  public var name = ScheduleName.constant

  /// The factor of one decay (`step`, `exponential`), above 0.
  ///
  /// The default value is 0.1.
  public var decayRate = 0.1

  /// The epochs of one decay, above 0.
  ///
  /// The default value is 10.
  public var decayEpochs = 10.0

  /// The epochs in which the rate rises from 0 at first, 0 or more.
  ///
  /// The default value is 0.
  public var warmUpEpochs = 0.0

  /// The epochs that a cosine takes, warm-up included, where they are others than the run's: in a run that
  /// is trained again as its journal says.
  public var span: Int?

  /// The evaluations without a better validation loss after which the rate is cut, or `nil`.
  public var plateauPatience: Int?

  /// The factor of such a cut, above 0 and below 1.
  ///
  /// The default value is 0.1.
  public var plateauFactor = 0.1

  /// Creates the default: a constant rate.
  public init() {}

  /// Whether the rate is what was set throughout.
  public var isConstant: Bool {
    name == .constant && warmUpEpochs == 0 && plateauPatience == nil
  }
}
