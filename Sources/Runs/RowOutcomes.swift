public import Shift

/// How a model did on single rows of test, kept small: what two runs are compared by.
public struct RowOutcomes: Sendable, Equatable, Codable {
  /// What is kept of a row.
  public enum Values: Sendable, Equatable, Codable {
    /// A bit a row: whether its class was told right. Row r is bit `r % 64` of word `r / 64`.
    case correct([UInt64])

    /// What each row takes off R2, times the rows: its squared error over the variance of the target.
    case unexplained([Float])
  }

  /// The rows looked at.
  public var rows: Int

  /// What is kept of them, in their order.
  public var values: Values

  /// The bytes that an epoch may take.
  private static let bytes = 1 << 13

  /// Creates outcomes from their parts.
  public init(rows: Int, values: Values) {
    self.rows = rows
    self.values = values
  }

  /// Every how many rows one is looked at, so that an epoch takes 8 KiB at most.
  ///
  /// Of up to 65,536 classified rows, or 2,048 errors, every one.
  public static func stride(of rows: Int, task: Task) -> Int {
    let most = task == .classification ? bytes * 8 : bytes / MemoryLayout<Float>.size
    return max(1, (rows + most - 1) / most)
  }

  /// Every how many epochs one is kept, in a run of so many: 256 at most, so that a run takes 2 MiB.
  ///
  /// A power of two, so that runs of unequal length have epochs in common.
  public static func epochStride(at epoch: Int) -> Int {
    var stride = 1
    while epoch / stride > 256 { stride *= 2 }
    return stride
  }

  /// Compares with another model's outcomes on the same rows.
  ///
  /// - Parameters:
  ///   - other: The outcomes that are taken off.
  ///   - resamples: The draws that errors are compared by; classes need none.
  /// - Returns: The comparison, or `nil` when these are not the same rows, or there are none.
  public func difference(from other: RowOutcomes, resamples: Resamples?) -> PairedDifference? {
    guard rows == other.rows, rows > 0 else { return nil }
    switch (values, other.values) {
    case (.correct(let own), .correct(let others)):
      var (gained, lost) = (0, 0)
      for (one, other) in zip(own, others) {
        gained += (one & ~other).nonzeroBitCount
        lost += (other & ~one).nonzeroBitCount
      }
      return PairedDifference(gained: gained, lost: lost, of: rows)
    case (.unexplained(let own), .unexplained(let others)):
      guard let resamples, resamples.rows == rows else { return nil }
      return PairedDifference(
        gains: zip(own, others).map { Double($1) - Double($0) }, resamples: resamples)
    default: return nil
    }
  }
}
