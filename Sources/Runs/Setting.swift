/// A setting that can be altered while a run is going, with a value.
public enum Setting: Sendable, Equatable, Codable {
  case l1(Strength)
  case l2(Strength)
  case l1Mode(L1Mode)
  case pull(PenaltyPull)
  case learningRate(Double)
}

/// The settings in force at a moment of a run.
public struct LiveSettings: Sendable, Equatable, Codable {
  /// The penalties.
  public var penalty: PenaltySettings

  /// The learning rate.
  public var learningRate: Double

  /// Creates the settings.
  public init(penalty: PenaltySettings, learningRate: Double) {
    self.penalty = penalty
    self.learningRate = learningRate
  }

  /// Puts a setting in force and returns the one that it replaced.
  @discardableResult
  public mutating func apply(_ setting: Setting) -> Setting {
    let old = counterpart(of: setting)
    switch setting {
    case .l1(let strength): penalty.l1 = strength
    case .l2(let strength): penalty.l2 = strength
    case .l1Mode(let mode): penalty.l1Mode = mode
    case .pull(let pull): penalty.pull = pull
    case .learningRate(let rate): learningRate = rate
    }
    return old
  }

  /// The value in force of the same setting.
  public func counterpart(of setting: Setting) -> Setting {
    switch setting {
    case .l1: .l1(penalty.l1)
    case .l2: .l2(penalty.l2)
    case .l1Mode: .l1Mode(penalty.l1Mode)
    case .pull: .pull(penalty.pull)
    case .learningRate: .learningRate(learningRate)
    }
  }
}
