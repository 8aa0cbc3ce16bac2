import Foundation

/// What bends the numbers of a column before they are centred and scaled.
enum NumericCurve: Sendable, Codable, Equatable {
  /// log(1 + x); minus infinity at -1 and below.
  case logarithm
  case power(PowerTransform)
  case quantiles(QuantileTransform)

  /// Fits the curve of a scaling to a column without gaps; nil for a scaling that is a straight line.
  static func fit(_ scaling: Scaling, to values: [Double]) -> NumericCurve? {
    switch scaling {
    case .log1p: .logarithm
    case .power: .power(PowerTransform(fittedTo: values))
    case .quantile: .quantiles(QuantileTransform(fittedTo: values))
    case .standard, .minmax, .robust, .shared, .none: nil
    }
  }

  /// A number, bent; NaN stays NaN.
  func callAsFunction(_ value: Double) -> Double {
    switch self {
    case .logarithm: value <= -1 ? -.infinity : log1p(value)
    case .power(let transform): transform(value)
    case .quantiles(let transform): transform(value)
    }
  }
}
