/// By how much a score differs between two models on the same rows, and whether that is more than chance.
public struct PairedDifference: Sendable, Equatable {
  /// The first model's score less the second's, in accuracy or R2.
  public var difference: Double

  /// The two-sided p value of no difference.
  public var p: Double

  /// The differences that are not told from 0 at 5 %: ``isReal`` says whether ``difference`` lies outside.
  public var byChance: Interval

  /// The rows that one model alone has right, in classification.
  public var discordant: McNemarTest?

  /// Whether the difference is more than chance: p below 0.05.
  public var isReal: Bool { p < McNemarTest.significance }

  /// Compares two classifiers by McNemar's test.
  ///
  /// - Parameters:
  ///   - gained: The rows that the first model alone has right.
  ///   - lost: The rows that the second model alone has right.
  ///   - rows: All rows.
  /// - Precondition: There are rows.
  public init(gained: Int, lost: Int, of rows: Int) {
    precondition(rows > 0 && gained + lost <= rows, "\(gained) and \(lost) of \(rows) rows")
    let test = McNemarTest(gained: gained, lost: lost)
    difference = Double(gained - lost) / Double(rows)
    p = test.p
    let most = Double(test.largestByChance) / Double(rows)
    byChance = Interval(low: -most, high: most)
    discordant = test
  }

  /// Compares two models by the paired bootstrap of a number that each row adds to the score.
  ///
  /// `p = 2 (1 + k) / (1 + B)`, at most 1, with k the lesser of the counts of resamples in which the mean
  /// is not above and not below 0, of B resamples. Davison and Hinkley, Bootstrap Methods and their Application (1997),
  /// section 4.
  ///
  /// - Parameters:
  ///   - gains: For each row what the first model's score has more than the second's; the mean is the difference.
  ///   - resamples: Draws of as many rows.
  /// - Precondition: There is a gain for each row.
  public init(gains: [Double], resamples: Resamples) {
    let rows = Double(gains.count)
    let means = resamples.sums(of: gains).map { $0 / rows }.sorted()
    difference = gains.reduce(0, +) / rows
    let lesser = min(means.count { $0 <= 0 }, means.count { $0 >= 0 })
    let share = Double(lesser + 1) / Double(means.count + 1)
    p = min(1, 2 * share)
    // The outermost resample that may still be on the other side of 0 when p is below 5 %.
    let half = McNemarTest.significance / 2
    let last = max(0, Int((half * Double(means.count + 1)).rounded(.up)) - 2)
    byChance = Interval(
      low: difference - means[means.count - 1 - last], high: difference - means[last])
  }
}
