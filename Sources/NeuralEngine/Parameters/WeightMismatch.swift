/// Weights that do not fit a network.
public struct WeightMismatch: Error, Sendable, Equatable, CustomStringConvertible {
  /// One line: which weights, both shapes, and what to do.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
