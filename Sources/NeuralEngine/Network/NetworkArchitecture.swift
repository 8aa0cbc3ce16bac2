/// The shape of a network: its inputs, hidden layers and outputs.
public struct NetworkArchitecture: Sendable, Hashable {
  /// The inputs of one row, or of one step of a series.
  public var features: Int

  /// The steps of a series; `nil` for rows that are no series.
  public var steps: Int?

  /// The runs of inputs that are embedded in front of the layers, in order.
  public var embeddings: [Embedding]

  /// The hidden layers.
  ///
  /// The output layer, dense and linear, is implied.
  public var layers: [LayerSpecification]

  /// The outputs: k logits for k classes, 1 in regression.
  public var outputs: Int

  /// Creates an architecture.
  public init(
    features: Int, steps: Int? = nil, embeddings: [Embedding] = [], layers: [LayerSpecification],
    outputs: Int
  ) {
    self.features = features
    self.steps = steps
    self.embeddings = embeddings
    self.layers = layers
    self.outputs = outputs
  }

  /// The layers with weights, by name, in order; the last is the output layer.
  public var namesOfWeightedLayers: [String] {
    LayerStack(self).layers.flatMap { layer in
      var names: [String] = []
      for parameter in layer.parameters where names.last != String(parameter.layer) {
        names.append(String(parameter.layer))
      }
      return names
    }
  }

  /// The layers that a penalty can be given a strength of: those with kernels, and embeddings.
  public var namesOfPenalisedLayers: [String] {
    names(of: LayerStack(self).parameters.filter { [.kernel, .table].contains($0.role) })
  }

  /// The layers whose kernels L1 takes in groups.
  public func namesOfGroupedLayers(_ groups: PenaltyGroups) -> [String] {
    names(of: GroupLasso.kernels(of: LayerStack(self), groups).flatMap(\.self))
  }

  private func names(of parameters: [Parameter]) -> [String] {
    parameters.reduce(into: []) { names, parameter in
      if names.last != String(parameter.layer) { names.append(String(parameter.layer)) }
    }
  }

  /// The weights by name, in the order of the layers, each with its shape.
  public var parameterNamesAndShapes: [(String, [Int])] {
    LayerStack(self).parameters.map { ($0.name, $0.shape) }
  }
}
