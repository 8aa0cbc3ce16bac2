/// The layers of an architecture, with the places of their weights in one flat buffer.
struct LayerStack: Sendable {
  let architecture: NetworkArchitecture
  let layers: [any Layer]
  let parameters: [Parameter]

  /// The floats of the flat buffer, padding included.
  let extent: Int

  let inputShape: SampleShape

  init(_ architecture: NetworkArchitecture, kernelInitializer: Initializer = .glorotUniform) {
    precondition(
      architecture.features > 0 && architecture.outputs > 0 && (architecture.steps ?? 1) > 0,
      "a network needs features, steps and outputs: \(architecture)")
    self.architecture = architecture
    inputShape = SampleShape(
      steps: architecture.steps, width: architecture.features, stride: architecture.features)

    var layers: [any Layer] = []
    var counts: [String: Int] = [:]
    var shape = inputShape
    var extent = 0
    if !architecture.embeddings.isEmpty {
      let layer = EmbeddingLayer(architecture, input: shape)
      layers.append(layer)
      shape = layer.outputShape
      extent = layer.parameters.reduce(0) { $0 + $1.extent }
    }
    let output = LayerSpecification.dense(units: architecture.outputs, activation: .linear)
    for (position, specification) in (architecture.layers + [output]).enumerated() {
      let ordinal = counts[specification.kind, default: 0]
      counts[specification.kind] = ordinal + 1
      let name = "\(specification.kind)_\(ordinal)"
      let layer: any Layer =
        switch specification {
        case .dense(let units, let activation):
          DenseLayer(
            name: name, units: units, activation: activation, input: shape, offset: extent,
            initializer: kernelInitializer)
        case .dropout(let rate):
          DropoutLayer(name: name, rate: rate, ordinal: ordinal, input: shape)
        case .noise(let deviation):
          NoiseLayer(name: name, deviation: deviation, ordinal: ordinal, input: shape)
        case .batchNormalization:
          BatchNormalizationLayer(name: name, input: shape, offset: extent)
        case .layerNormalization:
          LayerNormalizationLayer(name: name, input: shape, offset: extent)
        case .recurrent(let cell, let units, let isBidirectional):
          RecurrentLayer(
            name: name, cell: cell, units: units, isBidirectional: isBidirectional,
            returnsSeries: architecture.needsTime(behind: position), input: shape, offset: extent,
            initializer: kernelInitializer)
        case .flatten: FlattenLayer(name: name, input: shape)
        case .pooling(let pooling): PoolingLayer(name: name, pooling: pooling, input: shape)
        }
      layers.append(layer)
      shape = layer.outputShape
      extent += layer.parameters.reduce(0) { $0 + $1.extent }
    }
    self.layers = layers
    self.extent = extent
    parameters = layers.flatMap(\.parameters)
  }
}

extension LayerStack {
  /// The first layer with weights that are trained; no gradient is passed back beyond it.
  func firstTrained(frozen: Set<String>) -> Int {
    layers.firstIndex { !$0.parameters.isEmpty && !$0.isFrozen(among: frozen) } ?? layers.count - 1
  }
}

extension Layer {
  /// Whether none of its weights is trained, by the names of the layers that are frozen.
  func isFrozen(among frozen: Set<String>) -> Bool {
    !frozen.isEmpty && !parameters.isEmpty
      && parameters.allSatisfy { frozen.contains(String($0.layer)) }
  }
}

extension LayerSpecification {
  /// The word by which tensors of such layers are named.
  var kind: String {
    switch self {
    case .dense: "dense"
    case .dropout: "dropout"
    case .noise: "noise"
    case .batchNormalization: "batchnorm"
    case .layerNormalization: "layernorm"
    case .recurrent(let cell, _, let isBidirectional):
      isBidirectional ? "bi-\(cell.word)" : cell.word
    case .flatten: "flatten"
    case .pooling(let pooling): pooling.rawValue
    }
  }
}
