import Shift

/// The squared errors of a regression and its targets, gathered for resampling.
///
/// Of more than ``mostGroups`` rows those at equal distances are added up to groups, which are then drawn in place of
/// rows: the deviation of a mean is known from so many to 1.6 %.
struct RegressionResiduals {
  /// The most groups that are drawn from.
  static let mostGroups = 2000

  /// For each group its rows, and the sums of squared errors, of targets and of their squares.
  private var counts: [Double]
  private var squares: [Double]
  private var targets: [Double]
  private var targetSquares: [Double]

  /// Gathers the errors of a network.
  ///
  /// - Parameters:
  ///   - outputs: One number a row.
  ///   - values: The targets, one number a row, in the same units.
  init(outputs: [Float], targets values: [Double]) {
    let groups = min(values.count, Self.mostGroups)
    counts = [Double](repeating: 0, count: groups)
    (squares, targets, targetSquares) = (counts, counts, counts)
    // Around the mean, so that the squares lose no digits to it.
    let mean = values.reduce(0, +) / Double(max(values.count, 1))
    for (row, value) in values.enumerated() {
      let error = Double(outputs[row]) - value
      let distance = value - mean
      let group = row % groups
      counts[group] += 1
      squares[group] += error * error
      targets[group] += distance
      targetSquares[group] += distance * distance
    }
  }

  /// `R2 = 1 - SSE / SST` of each resample; not finite where its targets are all the same.
  ///
  /// - Parameters:
  ///   - count: The number of resamples.
  ///   - seed: The seed of the draws; splits that are independent need different ones.
  /// - Returns: One number a resample; none without rows.
  func resampledR2(count: Int = Resamples.usualCount, seed: UInt64) -> [Double] {
    guard !counts.isEmpty else { return [] }
    let resamples = Resamples(rows: counts.count, count: count, seed: seed)
    let rows = resamples.sums(of: counts)
    let squares = resamples.sums(of: squares)
    let targets = resamples.sums(of: targets)
    let targetSquares = resamples.sums(of: targetSquares)
    return rows.indices.map { index in
      let total = targetSquares[index] - targets[index] * targets[index] / rows[index]
      return total > 0 ? 1 - squares[index] / total : .nan
    }
  }
}
