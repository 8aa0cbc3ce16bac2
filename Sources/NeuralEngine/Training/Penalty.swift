/// How L1 acts on a weight.
public enum L1Mode: String, Sendable, CaseIterable {
  /// The soft threshold after the optimiser's step: gives exact zeros (Parikh and Boyd, 2014).
  case proximal
  /// Keras's: `l1 * sign(w)` is added to the gradient; weights hover about zero.
  case subgradient
}

/// Where the penalties pull to.
public enum PenaltyPull: String, Sendable, CaseIterable {
  /// To zero.
  case zero
  /// To the weights that fine-tuning started from: L1-SP and L2-SP (Li et al., 2018).
  case base
}

/// Which weights L1 takes together.
public enum PenaltyGroups: String, Sendable, CaseIterable {
  /// Those that leave one input, or all inputs of one column: the first layer's kernel.
  case inputs
  /// Those that enter one unit of a hidden layer: kernels, over all gates.
  case units
}

/// What is added to the loss for the size of the weights: `l1 * sum|x| + l2 * sum x^2`.
///
/// x is a kernel's weight, or its distance from the base weight; biases are left alone unless asked for.
/// With ``groups`` the first term is `l1 * sum over groups of sqrt(size) * norm(x of the group)`, the
/// group lasso (Yuan and Lin, 2006), and other kernels have an L1
/// only where ``layerL1`` names them.
public struct Penalty: Sendable, Equatable {
  /// The strength of L1, not negative; 0 is off.
  public var l1: Double

  /// The strength of L2, not negative, without a half; 0 is off.
  public var l2: Double

  /// How L1 acts; groups are always proximal.
  public var l1Mode: L1Mode

  /// Where both pull to.
  public var pull: PenaltyPull

  /// Strengths of L1 of single layers, by name, in the place of ``l1``.
  public var layerL1: [String: Double]

  /// Strengths of L2 of single layers, by name, in the place of ``l2``.
  public var layerL2: [String: Double]

  /// Whether biases are pulled too, those of recurrent layers among them.
  public var penalisesBiases: Bool

  /// Which weights L1 takes together; `nil` is each alone.
  public var groups: PenaltyGroups?

  /// The group of each input, from 0; `nil` is one for each.
  public var inputGroups: [Int]?

  /// The largest norm of the weights that enter a unit, or one of its gates, above 0; `nil` is none.
  ///
  /// After each step longer ones are scaled down to it, in every kernel: Keras's `MaxNorm` of axis 0
  /// (Srivastava et al., 2014).
  public var maximumNorm: Double?

  /// Creates a penalty; the default is none.
  public init(
    l1: Double = 0, l2: Double = 0, l1Mode: L1Mode = .proximal, pull: PenaltyPull = .zero,
    layerL1: [String: Double] = [:], layerL2: [String: Double] = [:],
    penalisesBiases: Bool = false, groups: PenaltyGroups? = nil, inputGroups: [Int]? = nil,
    maximumNorm: Double? = nil
  ) {
    self.l1 = l1
    self.l2 = l2
    self.l1Mode = l1Mode
    self.pull = pull
    self.layerL1 = layerL1
    self.layerL2 = layerL2
    self.penalisesBiases = penalisesBiases
    self.groups = groups
    self.inputGroups = inputGroups
    self.maximumNorm = maximumNorm
  }
}
