/// How the L1 penalty acts on the weights.
public enum L1Mode: String, Sendable, CaseIterable, Codable {
  /// Soft-thresholding after each step; gives exact zeros.
  case proximal

  /// The sign of the weight added to its gradient, as Keras does.
  case subgradient
}

/// What the penalties pull the weights to.
public enum PenaltyPull: String, Sendable, CaseIterable, Codable {
  /// To zero: L1 and L2.
  case zero

  /// To the weights that fine-tuning started from: L1-SP and L2-SP.
  case base
}

/// Which weights L1 takes together.
public enum PenaltyGroups: String, Sendable, CaseIterable, Codable {
  /// Those that leave the inputs of one column.
  case inputs

  /// Those that enter one unit of a hidden layer.
  case units
}

/// The penalties in the objective: `l1 * sum |w - p| + l2 * sum (w - p)^2` over the kernels, where `p` is 0 or
/// the base weight.
public struct PenaltySettings: Sendable, Equatable, Codable {
  /// The strength of L1.
  ///
  /// Off by default.
  public var l1 = Strength.off

  /// The strength of L2.
  ///
  /// Off by default.
  public var l2 = Strength.off

  /// How L1 acts.
  ///
  /// The default value is `proximal`.
  public var l1Mode = L1Mode.proximal

  /// What both pull to.
  ///
  /// The default value is `zero`.
  public var pull = PenaltyPull.zero

  /// Strengths of L1 of single layers, by name, in the place of ``l1``.
  public var layerL1: [String: Double] = [:]

  /// Strengths of L2 of single layers, by name, in the place of ``l2``.
  public var layerL2: [String: Double] = [:]

  /// Whether biases are pulled too.
  ///
  /// The default value is `false`.
  public var penalisesBiases = false

  /// Which weights L1 takes together, the group lasso; `nil` is each alone.
  public var groups: PenaltyGroups?

  /// The largest norm of the weights that enter a unit, above 0, or `nil` for none.
  public var maximumNorm: Double?

  /// Creates the default: no penalty.
  public init() {}
}
