/// The maximum mean discrepancy of two samples, with its permutation test.
public struct KernelTest: Sendable, Equatable {
  /// The unbiased estimate of the squared discrepancy; near 0, and below too, when the two are alike.
  public var statistic: Double

  /// The p value: the share of permutations with at least this statistic, the observed one among them.
  public var p: Double

  /// The rows that were looked at.
  public var rows: Paired<Int>

  /// Creates a result from its parts.
  public init(statistic: Double, p: Double, rows: Paired<Int>) {
    self.statistic = statistic
    self.p = p
    self.rows = rows
  }
}
