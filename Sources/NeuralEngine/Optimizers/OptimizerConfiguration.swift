/// The kinds of optimiser; the raw value is the word of `--optimizer`.
public enum OptimizerKind: String, Sendable, CaseIterable {
  /// Gradient descent, with momentum when that is above 0.
  case sgd
  /// Gradient descent with Nesterov's momentum (Sutskever et al., 2013).
  case nesterov
  /// Adam (Kingma and Ba, 2015).
  case adam
  /// Adam with decoupled weight decay (Loshchilov and Hutter, 2019).
  case adamw
  /// Adam with the largest second moment so far (Reddi et al., 2018).
  case amsgrad
  /// RMSprop (Tieleman and Hinton, 2012).
  case rmsprop
  /// Adagrad, its sums of squares from 0.1 on (Duchi et al., 2011).
  case adagrad
  /// Adam with Nesterov's look ahead (Dozat, 2016).
  case nadam
  /// The sign of a mean of gradients (Chen et al., 2023).
  case lion
}

/// An optimiser's settings, with Keras's defaults and formulas.
public struct OptimizerConfiguration: Sendable, Equatable {
  /// The rule.
  public var kind: OptimizerKind

  /// The learning rate.
  ///
  /// The default is `0.001`.
  public var learningRate: Double

  /// The share of the last step that is kept (`sgd`, `nesterov`, `rmsprop`), in 0..<1.
  ///
  /// The default is 0, and 0.9 for `nesterov`.
  public var momentum: Double

  /// The share of every weight, times the learning rate, that is taken off before each step.
  ///
  /// The default is 0, and 0.004 for `adamw`.
  public var weightDecay: Double

  /// The decay of the mean gradient (Adam kinds, `lion`).
  public var beta1 = 0.9

  /// The decay of the mean squared gradient (Adam kinds), or of the mean that is kept (`lion`).
  ///
  /// The default is 0.999, and 0.99 for `lion`.
  public var beta2: Double

  /// The decay of the mean squared gradient (`rmsprop`).
  public var rho = 0.9

  /// What is added to the root of the mean squared gradient (to the mean itself in `rmsprop` and `adagrad`).
  public var epsilon = 1e-7

  /// The largest Euclidean norm of the gradients of all trained weights together, above 0.
  ///
  /// Longer ones are scaled down to it (Keras's `global_clipnorm`; Pascanu et al., 2013). The gradients are
  /// those of loss and penalty.
  ///
  /// The default is `nil`: none.
  public var clipNorm: Double?

  /// The largest size of one weight's gradient of loss and penalty, above 0 (Keras's `clipvalue`).
  ///
  /// The default is `nil`: none.
  public var clipValue: Double?

  /// The share of the running mean of the weights that is kept each step, in 0..<1.
  ///
  /// Keras's `use_ema` and `ema_momentum` (Polyak and Juditsky, 1992). The mean begins with the weights behind the first step.
  ///
  /// The default is `nil`: no mean is kept.
  public var averageMomentum: Double?

  /// Creates settings; `nil` is the default of the kind.
  public init(
    kind: OptimizerKind = .adam, learningRate: Double = 0.001, momentum: Double? = nil,
    weightDecay: Double? = nil
  ) {
    self.kind = kind
    beta2 = kind == .lion ? 0.99 : 0.999
    self.learningRate = learningRate
    self.momentum = momentum ?? (kind == .nesterov ? 0.9 : 0)
    self.weightDecay = weightDecay ?? (kind == .adamw ? 0.004 : 0)
  }
}
