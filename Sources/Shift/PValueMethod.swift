/// When the p value of a Kolmogorov-Smirnov test is exact.
public enum PValueMethod: Sendable, Equatable {
  /// Exact up to 10,000 values in the larger sample, as scipy's `auto`.
  case automatic

  /// Exact as with ``automatic`` and only up to a product of 1e6 of the sizes: quick enough to be
  /// made again for every picture of a layer.
  case live

  func isExact(_ n: Int, _ m: Int) -> Bool {
    guard max(n, m) <= 10_000 else { return false }
    return self == .automatic || n * m <= 1_000_000
  }
}
