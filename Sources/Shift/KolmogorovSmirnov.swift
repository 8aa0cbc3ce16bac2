/// The result of a two-sided two-sample Kolmogorov-Smirnov test.
public struct KolmogorovSmirnov: Sendable, Equatable {
  /// The largest distance between the two empirical distribution functions, in `0...1`.
  public var statistic: Double

  /// The probability of a distance at least as large when both samples share one distribution.
  public var p: Double

  /// Whether ``p`` is of the asymptotic law and not exact; screens mark such a p with `~`.
  public var isAsymptotic: Bool

  /// Creates a result from its parts.
  public init(statistic: Double, p: Double, isAsymptotic: Bool) {
    self.statistic = statistic
    self.p = p
    self.isAsymptotic = isAsymptotic
  }
}

/// Coding leaves `asymptotic` out when the p value is exact.
extension KolmogorovSmirnov: Codable {
  private enum CodingKeys: String, CodingKey {
    case statistic
    case p
    case isAsymptotic = "asymptotic"
  }

  /// Reads a result; a missing `asymptotic` means an exact p value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    statistic = try container.decode(Double.self, forKey: .statistic)
    p = try container.decode(Double.self, forKey: .p)
    isAsymptotic = try container.decodeIfPresent(Bool.self, forKey: .isAsymptotic) ?? false
  }

  /// Writes `statistic`, `p` and, when it holds, `asymptotic`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(statistic, forKey: .statistic)
    try container.encode(p, forKey: .p)
    if isAsymptotic { try container.encode(true, forKey: .isAsymptotic) }
  }
}
