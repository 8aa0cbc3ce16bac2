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

  /// Every setting, in the order in which the screen shows them.
  public var all: [Setting] {
    [
      .l1(penalty.l1), .l2(penalty.l2), .learningRate(learningRate), .l1Mode(penalty.l1Mode),
      .pull(penalty.pull),
    ]
  }

  /// The settings of which the value differs from that in `old`.
  public func changes(from old: LiveSettings) -> [Setting] {
    all.filter { old.counterpart(of: $0) != $0 }
  }
}

extension RunConfiguration {
  /// The settings at the start of a run.
  public var liveSettings: LiveSettings {
    LiveSettings(penalty: penalty, learningRate: optimizer.learningRate)
  }
}
