/// A point of a curve.
public struct CurvePoint: Sendable, Hashable {
  /// Its place.
  public let x: Double
  /// Its value.
  public let y: Double
  /// Whether something without a value came between it and the point before.
  public let followsGap: Bool

  /// A point of a curve.
  public init(x: Double, y: Double, followsGap: Bool = false) {
    self.x = x
    self.y = y
    self.followsGap = followsGap
  }
}
