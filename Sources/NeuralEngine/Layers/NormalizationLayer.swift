/// A layer that shifts and scales its inputs.
protocol NormalizationLayer: Layer {
  /// What the layer multiplies each of its inputs by, as far as that is the same for every row.
  func scales(in flat: UnsafePointer<Float>) -> [Double]
}

extension LayerNormalizationLayer: NormalizationLayer {
  func scales(in flat: UnsafePointer<Float>) -> [Double] { gamma.values(in: flat).map(Double.init) }
}

extension BatchNormalizationLayer: NormalizationLayer {
  func scales(in flat: UnsafePointer<Float>) -> [Double] {
    zip(gamma.values(in: flat), movingVariance.values(in: flat)).map { gamma, variance in
      Double(gamma) / Double(variance + Self.epsilon).squareRoot()
    }
  }
}
