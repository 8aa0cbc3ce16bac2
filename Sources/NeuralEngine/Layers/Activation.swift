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
  /// `z` above 0, else `0.2 z`: Keras's slope of the function (Maas et al., 2013).
  case leakyRelu = "leaky-relu"
  /// `z` above 0, else `exp(z) - 1` (Clevert et al., 2016).
  case elu
  /// `1.0507 z` above 0, else `1.7581 (exp(z) - 1)`, which keeps mean 0 and variance 1 from layer to
  /// layer (Klambauer et al., 2017).
  case selu
  /// `z / (1 + exp(-z))`, also called swish (Elfwing et al., 2018).
  case silu
  /// `log(1 + exp(z))` (Dugas et al., 2001).
  case softplus
}
