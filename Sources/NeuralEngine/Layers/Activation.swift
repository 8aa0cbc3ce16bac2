/// The function that a layer puts behind its weighted sums.
public enum Activation: String, Sendable, CaseIterable {
  /// The sums themselves.
  case linear
  /// `max(z, 0)`, with derivative 0 at 0.
  case relu
  /// The hyperbolic tangent.
  case tanh
  /// `1 / (1 + exp(-z))`.
  case sigmoid
  /// `z * (1 + erf(z / sqrt(2))) / 2`, the exact form (Hendrycks and Gimpel, 2016).
  case gelu
}
