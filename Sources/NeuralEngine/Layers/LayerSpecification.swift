/// One hidden layer, as it is spelled in `--layers`.
public enum LayerSpecification: Sendable, Hashable {
  /// A fully connected layer of `units` outputs: `dense:64:relu`.
  case dense(units: Int, activation: Activation)

  /// Sets a share `rate` of its inputs to zero while training and scales up the others:
  /// `dropout:0.2` (Srivastava et al., 2014).
  case dropout(rate: Double)
}

extension LayerSpecification: CustomStringConvertible {
  /// The spelling that ``parse(_:)`` reads.
  public var description: String {
    switch self {
    case .dense(let units, let activation): "dense:\(units):\(activation.rawValue)"
    case .dropout(let rate): "dropout:\(rate)"
    }
  }
}
