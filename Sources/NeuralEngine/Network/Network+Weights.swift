import CKernels

extension Network {
  /// The weights by name, in the order of the layers.
  public var weights: [NamedTensor] {
    stack.parameters.map {
      NamedTensor(name: $0.name, shape: $0.shape, values: $0.values(in: flat.start))
    }
  }

  /// Takes over weights by name, in any order; on a mismatch no weight changes.
  ///
  /// - Throws: ``WeightMismatch`` when one is missing, unknown, given twice or of another shape.
  public func load(_ weights: [NamedTensor]) throws(WeightMismatch) {
    try stack.write(weights, to: flat)
  }

  /// Copies all weights in the engine's own order, for ``setWeights(_:)`` of a network of the same
  /// architecture; allocates only when `destination` has another count.
  public func copyWeights(into destination: inout [Float]) {
    if destination.count != flat.count {
      destination = [Float](repeating: 0, count: flat.count)
    }
    destination.withUnsafeMutableBufferPointer { _ = $0.update(from: flat.floats) }
  }

  /// Takes over what ``copyWeights(into:)`` copied.
  ///
  /// - Precondition: The weights are those of a network of the same architecture.
  public func setWeights(_ weights: [Float]) {
    precondition(weights.count == flat.count, "\(weights.count) weights for \(flat.count)")
    _ = flat.floats.update(from: weights)
  }

  /// How many weights the network has.
  public var parameterCount: Int {
    stack.parameters.reduce(0) { $0 + $1.count }
  }

  /// How many of them the penalties pull at.
  public var penalisedCount: Int {
    stack.parameters.reduce(0) { $0 + ($1.isPenalised ? $1.count : 0) }
  }

  /// How many of those are exactly zero.
  public var zeroCount: Int {
    stack.parameters.reduce(0) { zeros, parameter in
      guard parameter.isPenalised else { return zeros }
      let padding = parameter.extent - parameter.count
      return zeros + kernels.pointee.count_zeros(flat.start + parameter.offset, parameter.extent)
        - padding
    }
  }

  /// The Euclidean norm of the weights that leave each input: row i of the first layer's kernel that has
  /// one, over all gates, both directions and, behind `flatten`, all steps; times what normalisation in front
  /// of it multiplies the input by.
  ///
  /// Inputs that are embedded have 0: see ``embeddedOutputs()``.
  public func inputNorms() -> [Double] {
    var squares = [Double](repeating: 0, count: architecture.features)
    let embedded = Set(architecture.embeddings.map(\.first))
    for (input, square) in zip(architecture.inputOfPosition, squaresOfPositions())
    where !embedded.contains(input) { squares[input] = square }
    return squares.map { $0.squareRoot() }
  }

  /// For every embedding its table, and the norm of the weights that leave each of its numbers.
  public func embeddedOutputs() -> [(embedding: Embedding, table: [Float], norms: [Double])] {
    let squares = squaresOfPositions()
    var shift = 0
    return zip(architecture.embeddings, stack.parameters).map { embedding, table in
      let start = embedding.first + shift
      shift += embedding.dimensions - embedding.categories
      return (
        embedding, table.values(in: flat.start),
        (start..<start + embedding.dimensions).map { squares[$0].squareRoot() }
      )
    }
  }

  /// The squared norm of the weights that leave each number behind the embeddings.
  private func squaresOfPositions() -> [Double] {
    let width = architecture.embeddedWidth
    var squares = [Double](repeating: 0, count: width)
    // Normalisation in front of the kernel multiplies each of its rows.
    var scales: [[Double]] = []
    for layer in stack.layers {
      if let layer = layer as? any NormalizationLayer {
        scales.append(layer.scales(in: flat.start))
      }
      let kernels = layer.parameters.filter { $0.name.hasSuffix("/kernel") }
      guard !kernels.isEmpty else { continue }
      for kernel in kernels {
        for row in 0..<kernel.rows {
          let scale = scales.reduce(1) { $0 * $1[row % $1.count] }
          for column in 0..<kernel.columns {
            let weight = scale * Double(flat.start[kernel.offset + row * kernel.stride + column])
            squares[row % width] += weight * weight
          }
        }
      }
      break
    }
    return squares
  }
}

extension LayerStack {
  /// Writes weights by name into a flat buffer, or throws and writes nothing.
  func write(_ weights: [NamedTensor], to flat: AlignedBuffer) throws(WeightMismatch) {
    var given: [String: NamedTensor] = [:]
    for tensor in weights {
      guard given.updateValue(tensor, forKey: tensor.name) == nil else {
        throw WeightMismatch("the weights hold '\(tensor.name)' twice: keep one of them")
      }
    }
    for parameter in parameters {
      guard let tensor = given.removeValue(forKey: parameter.name) else {
        throw WeightMismatch(
          "the weights lack '\(parameter.name)' of shape \(parameter.shape), they hold "
            + "\(weights.map { "\($0.name) \($0.shape)" }.inWords): choose layers that fit the file"
        )
      }
      guard tensor.shape == parameter.shape else {
        throw WeightMismatch(
          "'\(parameter.name)' has shape \(tensor.shape) in the weights and \(parameter.shape) "
            + "in the network: choose layers and columns that fit")
      }
    }
    if let extra = given.keys.min() {
      throw WeightMismatch(
        "the weights hold '\(extra)' of shape \(given[extra]?.shape ?? []), which the network has not, "
          + "it has \(parameters.map { "\($0.name) \($0.shape)" }.inWords): "
          + "choose layers that fit the file")
    }
    for tensor in weights {
      parameters.first { $0.name == tensor.name }?.write(tensor.values, to: flat.start)
    }
  }
}

extension [String] {
  /// The first few, and how many more there are.
  fileprivate var inWords: String {
    let shown = 6
    let text = prefix(shown).joined(separator: ", ")
    return isEmpty ? "none" : count > shown ? "\(text) and \(count - shown) more" : text
  }
}
