extension NetworkArchitecture {
  /// Checks that a network can be made: the counts, each layer alone, and that the layers fit rows,
  /// or series with ``steps``.
  ///
  /// - Throws: ``NetworkLayersError`` when inputs, steps or outputs are not above 0, a layer's units
  ///   or rate are out of range, a layer over time meets no time, or the series never become one row.
  public func checkLayers() throws(NetworkLayersError) {
    guard features > 0, steps ?? 1 > 0, outputs > 0 else {
      throw NetworkLayersError(
        "a network needs inputs, steps and outputs, not \(features), \(steps ?? 1) and \(outputs): "
          + "choose other columns")
    }
    if let problem = problemOfEmbeddings { throw NetworkLayersError(problem) }
    for layer in layers where !layer.isInRange {
      throw NetworkLayersError(
        "the layer '\(layer)' is out of range: take 1 to \(LayerSpecification.maximumUnits) units, "
          + "or a rate from 0 up to, not including, 1")
    }
    var hasTime = steps != nil
    for (position, layer) in layers.enumerated() where layer.worksOverTime {
      guard hasTime else {
        let reason = steps == nil ? "the rows are no series" : "a layer before it ended the series"
        throw NetworkLayersError(
          "the layer '\(layer)' needs a series of shape [steps, \(width(inFrontOf: position))], but "
            + "gets a row of shape [\(width(inFrontOf: position))], as \(reason): "
            + "leave it out or choose other layers")
      }
      if case .recurrent = layer { hasTime = needsTime(behind: position) } else { hasTime = false }
    }
    if hasTime {
      throw NetworkLayersError(
        "the layers leave a series of shape [\(steps ?? 1), \(width(inFrontOf: layers.count))] where the "
          + "output layer needs a row of shape [\(width(inFrontOf: layers.count))]: add flatten, avgpool or a recurrent layer "
          + "such as gru:32")
    }
  }

  /// The numbers of a row, or of a step, that reach the layer at a position.
  private func width(inFrontOf position: Int) -> Int {
    layers.prefix(position).reduce(embeddedWidth) { width, layer in
      switch layer {
      case .dense(let units, _): units
      case .recurrent(_, let units, let isBidirectional): isBidirectional ? 2 * units : units
      case .flatten: width * (steps ?? 1)
      case .dropout, .noise, .batchNormalization, .layerNormalization, .pooling: width
      }
    }
  }

  /// The batch normalisations that see one row a sample, and no series.
  public var namesOfBatchNormalizationsOfRows: [String] {
    var names: [String] = []
    var ordinal = 0
    var hasTime = steps != nil
    for (position, layer) in layers.enumerated() {
      switch layer {
      case .batchNormalization:
        if !hasTime { names.append("\(layer.kind)_\(ordinal)") }
        ordinal += 1
      case .recurrent: hasTime = hasTime && needsTime(behind: position)
      case .flatten, .pooling: hasTime = false
      case .dense, .dropout, .noise, .layerNormalization: break
      }
    }
    return names
  }

  /// Whether series may be shorter than ``steps``: no layer needs them to be of one length.
  public var takesUnevenSeries: Bool { !layers.contains { $0.needsEvenSteps } }

  /// Whether the next layer behind one, those that keep the shape aside, works over time.
  func needsTime(behind position: Int) -> Bool {
    for layer in layers.dropFirst(position + 1) {
      if !layer.keepsShape { return layer.worksOverTime }
    }
    return false
  }
}

extension LayerSpecification {
  /// Whether all series have to have the same number of steps: the weights behind the layer depend on
  /// it.
  public var needsEvenSteps: Bool { self == .flatten }

  fileprivate var isInRange: Bool {
    switch self {
    case .dense(let units, _), .recurrent(_, let units, _):
      (1...LayerSpecification.maximumUnits).contains(units)
    case .dropout(let rate): rate >= 0 && rate < 1
    case .noise(let deviation): deviation >= 0 && deviation.isFinite
    case .flatten, .pooling, .batchNormalization, .layerNormalization: true
    }
  }

  fileprivate var worksOverTime: Bool {
    switch self {
    case .dense, .dropout, .noise, .batchNormalization, .layerNormalization: false
    case .recurrent, .flatten, .pooling: true
    }
  }

  fileprivate var keepsShape: Bool {
    switch self {
    case .dropout, .noise, .batchNormalization, .layerNormalization: true
    case .dense, .recurrent, .flatten, .pooling: false
    }
  }
}

/// Layers that do not fit together or do not fit the samples.
public struct NetworkLayersError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One line: which layer, and what to do.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
