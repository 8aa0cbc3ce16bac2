extension NetworkArchitecture {
  /// Checks that what series come to at the output layer has no time any more.
  ///
  /// - Throws: ``TimeError`` for a network of series whose layers all keep time.
  public func checkTime() throws(TimeError) {
    guard steps != nil, LayerStack(self).layers.last?.outputShape.steps != nil else { return }
    throw TimeError(
      "layers '\(layers.map(\.description).joined(separator: ","))' work on every step of a series: "
        + "add one that makes one answer of all steps")
  }
}

/// A network whose layers do not fit series.
public struct TimeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One line: what does not fit, and what to do.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
