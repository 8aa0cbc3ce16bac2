import CKernels

/// How weights are drawn before training, with Keras's names and formulas.
///
/// For a kernel [inputs, outputs] the variance is `scale / n`: Glorot has scale 1 and n the mean of
/// inputs and outputs (Glorot and Bengio, 2010), He has scale 2 and n the inputs (He et al., 2015).
/// The normal forms are cut at two deviations and widened to keep that variance.
public enum Initializer: String, Sendable, CaseIterable {
  /// Uniform on ±sqrt(6 / (inputs + outputs)). The default for kernels.
  case glorotUniform = "glorot_uniform"
  /// Cut normal of variance 2 / (inputs + outputs).
  case glorotNormal = "glorot_normal"
  /// Uniform on ±sqrt(6 / inputs).
  case heUniform = "he_uniform"
  /// Cut normal of variance 2 / inputs.
  case heNormal = "he_normal"
  /// Uniform on ±0.05. The default for embeddings.
  case randomUniform = "random_uniform"
  /// All 0. The default for biases.
  case zeros
  /// All 1.
  case ones
  /// Orthogonal rows of length 1, made of normal draws that are not cut. The default for recurrent
  /// kernels.
  case orthogonal
  /// 0, but 1 for the second of four gates: the default for the LSTM's bias.
  case unitForgetBias = "unit_forget_bias"

  /// The standard deviation of a standard normal variable cut at ±2.
  private static let cutDeviation = 0.879_625_661_034_239_78

  func values(shape: [Int], seed: UInt64, index: UInt64) -> [Float] {
    let count = shape.reduce(1, *)
    let outputs = Double(shape[shape.count - 1])
    let inputs = Double(count) / outputs
    switch self {
    case .zeros: return [Float](repeating: 0, count: count)
    case .ones: return [Float](repeating: 1, count: count)
    case .orthogonal:
      return Initializer.orthogonalRows(
        Int(inputs), columns: Int(outputs),
        normal: standardNormal(count, seed: seed, index: index))
    case .unitForgetBias:
      return (0..<count).map { (count / 4..<count / 2).contains($0) ? 1 : 0 }
    case .glorotUniform:
      return uniform(count, variance: 2 / (inputs + outputs), seed: seed, index: index)
    case .randomUniform:
      return uniform(count, variance: 0.05 * 0.05 / 3, seed: seed, index: index)
    case .heUniform: return uniform(count, variance: 2 / inputs, seed: seed, index: index)
    case .glorotNormal:
      return cutNormal(count, variance: 2 / (inputs + outputs), seed: seed, index: index)
    case .heNormal: return cutNormal(count, variance: 2 / inputs, seed: seed, index: index)
    }
  }

  private func uniform(_ count: Int, variance: Double, seed: UInt64, index: UInt64) -> [Float] {
    let limit = (3 * variance).squareRoot()
    var random = CounterRandom(seed: seed, purpose: .initialWeights, index: index)
    return (0..<count).map { _ in Float(limit * (2 * random.nextUnit() - 1)) }
  }

  private func standardNormal(_ count: Int, seed: UInt64, index: UInt64) -> [Float] {
    var stream = RandomPurpose.initialWeights.stream(seed: seed, index: index)
    return [Float](unsafeUninitializedCapacity: count) { values, initialized in
      if let start = values.baseAddress { ck_normal(start, count, &stream) }
      initialized = count
    }
  }

  private func cutNormal(_ count: Int, variance: Double, seed: UInt64, index: UInt64) -> [Float] {
    var stream = RandomPurpose.initialWeights.stream(seed: seed, index: index)
    let deviation = variance.squareRoot() / Initializer.cutDeviation
    return [Float](unsafeUninitializedCapacity: count) { values, initialized in
      if let start = values.baseAddress {
        ck_truncated_normal(start, count, &stream, 0, deviation)
      }
      initialized = count
    }
  }
}
