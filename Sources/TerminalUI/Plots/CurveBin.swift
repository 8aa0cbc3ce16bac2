/// A stretch of a curve: what is drawn of the points that fall into it.
public struct CurveBin: Sendable, Hashable {
  /// The place of its first point.
  public var start: Double
  /// The place of its last point.
  public var end: Double
  /// The lowest value.
  public var minimum: Double
  /// The highest value.
  public var maximum: Double
  /// The first value.
  public var first: Double
  /// The last value.
  public var last: Double
  /// Whether a gap parts it from the bin before.
  public var followsGap: Bool

  /// A stretch of one point.
  public init(x: Double, y: Double, followsGap: Bool = false) {
    (start, end) = (x, x)
    (minimum, maximum, first, last) = (y, y, y, y)
    self.followsGap = followsGap
  }

  /// Takes in the stretch that comes next.
  mutating func append(_ next: CurveBin) {
    end = next.end
    minimum = min(minimum, next.minimum)
    maximum = max(maximum, next.maximum)
    last = next.last
  }
}
