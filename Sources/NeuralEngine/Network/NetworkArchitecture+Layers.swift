extension NetworkArchitecture {
  /// Checks that the layers fit rows, or series with ``steps``.
  ///
  /// - Throws: ``NetworkLayersError`` when series never become one row.
  public func checkLayers() throws(NetworkLayersError) {
    // No layer that there is ends time: dense and dropout work on every step.
    guard steps != nil else { return }
    throw NetworkLayersError("the layers never make one row of a series: choose other layers")
  }
}

/// Layers that do not fit together or do not fit the samples.
public struct NetworkLayersError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One line: what does not fit, and what to do.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
