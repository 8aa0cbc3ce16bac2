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

/// What is added to the loss for the size of the weights: `l1 * sum|x| + l2 * sum x^2`.
///
/// x is a kernel's weight, or its distance from the base weight; biases are left alone.
public struct Penalty: Sendable, Equatable {
  /// The strength of L1, not negative; 0 is off.
  public var l1: Double

  /// The strength of L2, not negative, without a half; 0 is off.
  public var l2: Double

  /// How L1 acts.
  public var l1Mode: L1Mode

  /// Where both pull to.
  public var pull: PenaltyPull

  /// Creates a penalty; the default is none.
  public init(
    l1: Double = 0, l2: Double = 0, l1Mode: L1Mode = .proximal, pull: PenaltyPull = .zero
  ) {
    self.l1 = l1
    self.l2 = l2
    self.l1Mode = l1Mode
    self.pull = pull
  }

  /// Whether nothing is pulled at all.
  public var isOff: Bool { l1 == 0 && l2 == 0 }
}
