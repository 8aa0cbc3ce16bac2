/// Which rule updates the weights, by its name on the command line.
public enum OptimizerName: String, Sendable, CaseIterable, Codable {
  case sgd, nesterov, adam, adamw, amsgrad, rmsprop, adagrad, nadam, lion

  /// Whether ``OptimizerSettings/momentum`` alters the rule; the others have their own or none.
  public var takesMomentum: Bool {
    switch self {
    case .sgd, .nesterov, .rmsprop: true
    case .adam, .adamw, .amsgrad, .adagrad, .nadam, .lion: false
    }
  }
}

/// The update rule and its rates.
public struct OptimizerSettings: Sendable, Equatable, Codable {
  /// The rule.
  ///
  /// The default value is `adam`.
  public var name = OptimizerName.adam

  /// The learning rate, above 0.
  ///
  /// The default value is `1e-3`.
  public var learningRate = 1e-3

  /// The momentum of `sgd`, `nesterov` and `rmsprop`, 0 or more and below 1.
  ///
  /// `nil` takes 0 (`nesterov`: 0.9).
  public var momentum: Double?

  /// The decoupled weight decay, 0 or more.
  ///
  /// `nil` takes 0 (`adamw`: 0.004).
  public var weightDecay: Double?

  /// The largest norm of all gradients together, above 0, or `nil` to leave them.
  public var clipNorm: Double?

  /// The largest size of one weight's gradient, above 0, or `nil` to leave them.
  public var clipValue: Double?

  /// The share of the running mean of the weights that is kept each step, 0 or more and below 1, or `nil`
  /// to evaluate and save the weights themselves.
  public var averageMomentum: Double?

  /// How the learning rate changes in the course of a run.
  public var schedule = ScheduleSettings()

  /// The range in which the keys move the learning rate.
  public static let learningRateRange = 1e-7...10.0

  /// Creates the default: Adam at 1e-3.
  public init() {}

  /// The momentum in effect.
  public var effectiveMomentum: Double { momentum ?? (name == .nesterov ? 0.9 : 0) }

  /// The weight decay in effect.
  public var effectiveWeightDecay: Double { weightDecay ?? (name == .adamw ? 0.004 : 0) }
}
