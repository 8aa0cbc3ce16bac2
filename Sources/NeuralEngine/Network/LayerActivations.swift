/// The outputs of one layer for some rows.
public struct LayerActivations: Sendable, Equatable {
  /// The layer's name, such as `dense_0`.
  public var name: String

  /// The layer's width.
  public var units: Int

  /// The function that made them.
  public var activation: Activation

  /// The outputs, row-major, `units` a row; a layer that returns series has a row for each step, one
  /// series after another.
  public var values: [Float]
}
