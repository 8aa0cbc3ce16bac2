/// Where the numbers of a column are cut before they are scaled (winsorising).
///
/// `0..100` names values, `1%..99%` percentiles of the fitting table, by linear interpolation between
/// order statistics as in numpy; each end may be of either kind, or left open as in `0..`.
public struct ValueLimits: Sendable, Hashable, Codable {
  /// One end.
  public enum Bound: Sendable, Hashable, Codable {
    /// A value.
    case value(Double)
    /// The percentile of the fitting table, 0 to 100.
    case percentile(Double)
  }

  /// What smaller values are raised to; nil leaves them.
  public var lower: Bound?

  /// What larger values are lowered to; nil leaves them.
  public var upper: Bound?

  /// Creates limits; by default nothing is cut.
  public init(lower: Bound? = nil, upper: Bound? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether nothing is cut.
  public var isOpen: Bool { lower == nil && upper == nil }
}

extension ValueLimits: LosslessStringConvertible {
  /// Reads `0..100`, `1%..99%`, `1..99%` (the same), `0..`, `..99%`; nil for anything else, for both ends open, and for a
  /// lower end that is not below an upper one of its kind.
  public init?(_ description: String) {
    guard let dots = description.firstRange(of: "..") else { return nil }
    let ends = [description[..<dots.lowerBound], description[dots.upperBound...]]
    let bounds = ends.map { Bound($0) }
    guard zip(ends, bounds).allSatisfy({ $0.isEmpty || $1 != nil }) else { return nil }
    self.init(lower: bounds[0], upper: bounds[1])
    // As one says "0 to 99 percent".
    if case (.value(let share), .percentile) = (lower, upper) {
      guard (0...100).contains(share) else { return nil }
      lower = .percentile(share)
    }
    switch (lower, upper) {
    case (nil, nil): return nil
    case (.value(let lower), .value(let upper)), (.percentile(let lower), .percentile(let upper)):
      guard lower < upper else { return nil }
    default: break
    }
  }

  /// As the limits are read: `0%..99%`.
  public var description: String {
    "\(lower?.description ?? "")..\(upper?.description ?? "")"
  }
}

extension ValueLimits.Bound: CustomStringConvertible {
  fileprivate init?(_ text: Substring) {
    let isPercentile = text.last == "%"
    guard let number = Double(isPercentile ? text.dropLast() : text), number.isFinite else {
      return nil
    }
    guard !isPercentile || (0...100).contains(number) else { return nil }
    self = isPercentile ? .percentile(number) : .value(number)
  }

  /// `2.5`, `99%`.
  public var description: String {
    switch self {
    case .value(let value): TargetLabels.spelling(value)
    case .percentile(let share): TargetLabels.spelling(share) + "%"
    }
  }

  /// The value that it stands for.
  ///
  /// - Precondition: there are values, and they are finite.
  func value(of values: [Double]) -> Double {
    switch self {
    case .value(let value): value
    case .percentile(let share): Quantile.of(values, share: min(max(share / 100, 0), 1))
    }
  }
}
