/// The target of some rows, as the engine takes it.
public enum Target: Sendable, Equatable {
  /// For each row the index of its class; -1 is a class the encoder was not fitted on.
  case classes([Int32])

  /// For each row the number, standardised when the encoder standardises.
  case values([Double])

  /// The number of rows.
  public var count: Int {
    switch self {
    case .classes(let codes): codes.count
    case .values(let values): values.count
    }
  }

  /// The target of the given rows, in the given order.
  ///
  /// - Precondition: every element of `rows` is in `0..<count`.
  public func selecting(rows: [Int]) -> Target {
    switch self {
    case .classes(let codes): .classes(codes.selecting(rows))
    case .values(let values): .values(values.selecting(rows))
    }
  }
}
