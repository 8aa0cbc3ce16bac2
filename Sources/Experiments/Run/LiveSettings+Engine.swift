import NeuralEngine
import Runs

extension LiveSettings {
  /// The penalty as the training step takes it, given the column that each input is made from.
  func enginePenalty(inputGroups: [Int]) -> Penalty {
    let groups: NeuralEngine.PenaltyGroups? =
      switch penalty.groups {
      case .inputs: .inputs
      case .units: .units
      case nil: nil
      }
    return Penalty(
      l1: penalty.l1.effective, l2: penalty.l2.effective,
      l1Mode: penalty.l1Mode == .proximal ? .proximal : .subgradient,
      pull: penalty.pull == .zero ? .zero : .base, layerL1: penalty.layerL1,
      layerL2: penalty.layerL2, penalisesBiases: penalty.penalisesBiases, groups: groups,
      inputGroups: groups == .inputs ? inputGroups : nil, maximumNorm: penalty.maximumNorm)
  }
}

extension RunConfiguration {
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
      case .adagrad: .adagrad
      case .nadam: .nadam
      case .lion: .lion
      }
    var engine = OptimizerConfiguration(
      kind: kind, learningRate: learningRate, momentum: optimizer.effectiveMomentum,
      weightDecay: optimizer.effectiveWeightDecay)
    engine.clipNorm = optimizer.clipNorm
    engine.clipValue = optimizer.clipValue
    engine.averageMomentum = optimizer.averageMomentum
    return engine
  }
}
