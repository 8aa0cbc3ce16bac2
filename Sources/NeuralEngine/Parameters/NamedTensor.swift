/// A named array of weights, as it is saved, loaded and handed between threads.
public struct NamedTensor: Sendable, Equatable {
  /// The name, `KIND_N/VARIABLE`, such as `dense_0/kernel`.
  public var name: String

  /// The extent of each dimension; a dense kernel is `[inputs, outputs]`.
  public var shape: [Int]

  /// The elements in row-major order; their count is the product of `shape`.
  public var values: [Float]

  /// Creates a tensor.
  ///
  /// - Precondition: `values.count` is the product of `shape`.
  public init(name: String, shape: [Int], values: [Float]) {
    precondition(
      values.count == shape.reduce(1, *),
      "\(name): \(values.count) values do not fill the shape \(shape)")
    self.name = name
    self.shape = shape
    self.values = values
  }
}

extension [NamedTensor] {
  /// What no network could work with, if anything: a number that is not finite, a variance below 0.
  public var problem: String? {
    guard allSatisfy({ $0.values.allSatisfy(\.isFinite) }) else { return "a weight is not finite" }
    let isNegative = contains { tensor in
      tensor.name.hasSuffix("/moving_variance") && tensor.values.contains { $0 < 0 }
    }
    return isNegative ? "a moving variance is below 0" : nil
  }
}
