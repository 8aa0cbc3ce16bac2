extension NetworkArchitecture {
  /// The most floats that the weights, or the outputs of one batch, may take: a gigabyte.
  static let maximumFloats = 1 << 28

  /// Checks that weights and batches of this size can be held in memory.
  ///
  /// - Parameter batchSize: The most rows of one pass.
  /// - Throws: ``NetworkSizeError`` when the weights, or all layers' outputs for one batch, take more
  ///   than 2^28 floats.
  public func checkSize(batchSize: Int) throws(NetworkSizeError) {
    // In floating point, where no product overflows; the first limits keep the whole numbers below.
    let limit = Double(NetworkArchitecture.maximumFloats)
    var weights = 0.0
    var outputs = Double(features) * Double(steps ?? 1)
    var fixed = 0.0
    if outputs <= limit && Double(self.outputs) <= limit {
      for layer in LayerStack(self).layers {
        let scratch = Double(layer.scratchCount(samples: 1))
        let perSample = Double(layer.scratchCount(samples: 2)) - scratch
        weights += layer.parameters.reduce(0.0) { $0 + Double($1.extent) }
        outputs += Double(layer.outputShape.floatsPerSample) + perSample
        fixed += scratch - perSample
      }
    }
    guard weights <= limit else {
      throw NetworkSizeError(
        "layers '\(layers.map(\.description).joined(separator: ","))' on \(features) inputs have "
          + "more than \(NetworkArchitecture.maximumFloats) weights: use fewer units")
    }
    guard outputs * Double(batchSize) + fixed <= limit else {
      throw NetworkSizeError(
        "a batch of \(batchSize) rows takes more than \(NetworkArchitecture.maximumFloats) numbers "
          + "in this network: use smaller batches")
    }
  }
}

/// A network or batch that is too large to be held in memory.
public struct NetworkSizeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One line: what is too large, and what to do.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
