/// One hidden layer, as it is spelled in `--layers`.
public enum LayerSpecification: Sendable, Hashable {
  /// A fully connected layer of `units` outputs: `dense:64:relu`.
  case dense(units: Int, activation: Activation)

  /// Sets a share `rate` of its inputs to zero while training and scales up the others:
  /// `dropout:0.2` (Srivastava et al., 2014).
  case dropout(rate: Double)

  /// Adds normal noise of this standard deviation to its inputs while training: `noise:0.1`.
  case noise(deviation: Double)

  /// Makes every input's mean 0 and variance 1 over the batch, then scales and shifts it: `batchnorm`
  /// (Ioffe and Szegedy, 2015).
  case batchNormalization

  /// The same over the inputs of each row, or step: `layernorm` (Ba et al., 2016).
  case layerNormalization

  /// A recurrent layer of `units` states, bidirectional with twice as many outputs: `gru:32`,
  /// `gru:32:reset-before`, `bi-lstm:32`.
  case recurrent(RecurrentCell, units: Int, isBidirectional: Bool)

  /// All steps of a series as one row: `flatten`.
  case flatten

  /// The mean or the largest value over the steps of a series: `avgpool`, `maxpool`.
  case pooling(Pooling)
}

extension LayerSpecification: CustomStringConvertible {
  /// The spelling that ``parse(_:)`` reads.
  public var description: String {
    switch self {
    case .dense(let units, let activation): "dense:\(units):\(activation.rawValue)"
    case .dropout(let rate): "dropout:\(rate)"
    case .noise(let deviation): "noise:\(deviation)"
    case .recurrent(let cell, let units, _): "\(kind):\(units)\(cell.suffix)"
    case .flatten, .pooling, .batchNormalization, .layerNormalization: kind
    }
  }
}
