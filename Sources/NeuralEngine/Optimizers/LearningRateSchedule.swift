import Glibc

/// How the learning rate changes from step to step, as a factor of the rate that was set.
///
/// With t the steps made before, less those of the warm-up, D the ``decaySteps`` and d the ``decay``:
///
///     constant     1
///     step         d^floor(t / D)
///     exponential  d^(t / D)
///     cosine       (1 + cos(pi min(t / D, 1))) / 2      (Loshchilov and Hutter, 2017)
///
/// During the warm-up the factor rises in equal steps from 0. These are Keras's `ExponentialDecay`, with
/// and without `staircase`, and `CosineDecay` with its warm-up from 0.
public struct LearningRateSchedule: Sendable, Equatable {
  /// The formula.
  public enum Kind: String, Sendable, CaseIterable {
    case constant, step, exponential, cosine
  }

  /// The formula.
  public var kind: Kind

  /// The factor over ``decaySteps`` (`step`, `exponential`), above 0.
  public var decay: Double

  /// The steps of one decay, or of the whole cosine; at least 1.
  public var decaySteps: Int

  /// The steps of the warm-up; 0 is none.
  public var warmUpSteps: Int

  /// Creates a schedule; by default the rate is constant.
  public init(
    _ kind: Kind = .constant, decay: Double = 1, decaySteps: Int = 1, warmUpSteps: Int = 0
  ) {
    self.kind = kind
    self.decay = decay
    self.decaySteps = max(decaySteps, 1)
    self.warmUpSteps = max(warmUpSteps, 0)
  }

  /// The factor of the learning rate in the step behind `step` others.
  public func factor(behind step: Int) -> Double {
    if step < warmUpSteps { return Double(step) / Double(warmUpSteps) }
    let time = Double(step - warmUpSteps) / Double(decaySteps)
    switch kind {
    case .constant: return 1
    case .step: return pow(decay, time.rounded(.down))
    case .exponential: return pow(decay, time)
    case .cosine: return 0.5 * (1 + cos(.pi * min(time, 1)))
    }
  }
}
