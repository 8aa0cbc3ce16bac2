/// One value for the reference sample and one for the current sample.
public struct Paired<Value> {
  /// The value of the sample that the other is compared with.
  public var reference: Value

  /// The value of the sample whose distribution may have moved.
  public var current: Value

  /// Creates a pair.
  public init(reference: Value, current: Value) {
    self.reference = reference
    self.current = current
  }
}

extension Paired: Sendable where Value: Sendable {}
extension Paired: Equatable where Value: Equatable {}
