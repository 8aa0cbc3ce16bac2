import NeuralEngine
import Runs

extension LiveSettings {
  /// The settings of which the value differs from that in `old`.
  func changes(from old: LiveSettings) -> [Setting] {
    let present: [Setting] = [
      .l1(penalty.l1), .l2(penalty.l2), .l1Mode(penalty.l1Mode), .pull(penalty.pull),
      .learningRate(learningRate),
    ]
    return present.filter { old.counterpart(of: $0) != $0 }
  }

  /// The penalty as the training step takes it.
  var enginePenalty: Penalty {
    Penalty(
      l1: penalty.l1.effective, l2: penalty.l2.effective,
      l1Mode: penalty.l1Mode == .proximal ? .proximal : .subgradient,
      pull: penalty.pull == .zero ? .zero : .base)
  }
}

extension RunConfiguration {
  /// The settings at the start of a run.
  var liveSettings: LiveSettings {
    LiveSettings(penalty: penalty, learningRate: optimizer.learningRate)
  }

  /// The update rule as the engine takes it, at a learning rate.
  func engineOptimizer(learningRate: Double) -> OptimizerConfiguration {
    let kind: OptimizerKind =
      switch optimizer.name {
      case .sgd: .sgd
      case .nesterov: .nesterov
      case .adam: .adam
      case .adamw: .adamw
      case .amsgrad: .amsgrad
      case .rmsprop: .rmsprop
      }
    return OptimizerConfiguration(
      kind: kind, learningRate: learningRate, momentum: optimizer.effectiveMomentum,
      weightDecay: optimizer.effectiveWeightDecay)
  }
}
