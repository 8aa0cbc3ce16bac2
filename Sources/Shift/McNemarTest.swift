import Foundation

/// McNemar's test of whether two models are equally often right on the same rows.
///
/// Only the rows that one model alone has right tell: of `gained + lost` of them as many as the first
/// model's are Binomial(gained + lost, 1/2) when both are equally good. The p value is the two-sided exact
/// one less half of the chance of what was seen, the mid-p: the exact test alarms far less often than it says,
/// the mid-p hardly ever more often. Fagerland, Lydersen and Laake, BMC Medical Research Methodology 13 (2013) 91.
public struct McNemarTest: Sendable, Equatable {
  /// The rows that the first model alone has right.
  public var gained: Int

  /// The rows that the second model alone has right.
  public var lost: Int

  /// The mid-p value, two-sided; 1 without a row that tells.
  public var p: Double

  /// Tests counts.
  ///
  /// - Precondition: Both are 0 or more.
  public init(gained: Int, lost: Int) {
    precondition(gained >= 0 && lost >= 0, "\(gained) rows gained and \(lost) lost")
    self.gained = gained
    self.lost = lost
    p = Self.midP(min(gained, lost), of: gained + lost)
  }

  /// The largest `|gained - lost|` that is not told from chance at 5 %, given the rows that tell.
  ///
  /// The number of rows that tell, where even all of them on one side are too few.
  public var largestByChance: Int {
    let rows = gained + lost
    // The p value falls with the distance: the lesser count at which it first reaches 5 % is sought.
    var (low, high) = (0, rows / 2)
    while low < high {
      let middle = (low + high) / 2
      if Self.midP(middle, of: rows) < Self.significance { low = middle + 1 } else { high = middle }
    }
    return rows - 2 * low
  }

  /// Below this p a difference is more than chance.
  public static let significance = 0.05

  /// `2 P(X <= lesser) - P(X = lesser)` with `X` Binomial(rows, 1/2).
  private static func midP(_ lesser: Int, of rows: Int) -> Double {
    guard 2 * lesser < rows else { return 1 }
    var sum = 0.5
    var ratio = 1.0
    var k = Double(lesser)
    // From the largest term down, each as a share of it, until the rest is below the last digit.
    while k > 0, ratio > .ulpOfOne / 16 {
      ratio *= k / (Double(rows) - k + 1)
      sum += ratio
      k -= 1
    }
    return min(1, 2 * sum * probability(of: lesser, of: rows))
  }

  /// `C(n, k) / 2^n`, by way of Stirling's formula.
  private static func probability(of k: Int, of n: Int) -> Double {
    let (count, rest, all) = (Double(k), Double(n - k), Double(n))
    guard k > 0 else { return exp2(-all) }
    let deviance = count * log(2 * count / all) + rest * log(2 * rest / all)
    return exp(stirlingError(all) - stirlingError(count) - stirlingError(rest) - deviance)
      * (all / (2 * .pi * count * rest)).squareRoot()
  }
}
