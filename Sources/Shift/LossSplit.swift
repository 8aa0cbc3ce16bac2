/// The rise of a model's loss from one sample to another, split into what the inputs do and what the labels given the
/// inputs do.
///
/// Of a row's loss only its mean given the inputs matters, `R(x)` in either sample. Both are compared on a
/// distribution that the samples share, `s(x)` in proportion to `p(x) q(x) / (p(x) + q(x))`, with p the
/// reference's and q the current sample's density:
///
/// - inputs: `(E_s R_p - E_p R_p) + (E_q R_q - E_s R_q)`, rows that are more or less frequent now;
/// - labels: `E_s R_q - E_s R_p`, another loss on the same rows.
///
/// They add up to the rise. With `c(x)` the probability that a row is of the current sample, as if both were
/// equally large, `E_s` is the mean with weights c over reference rows, and with `1 - c` over current ones. Cai,
/// Namkoong and Yadlowsky, Diagnosing Model Performance Under Distribution Shift (2023).
///
/// Assumed: that c is right, that there are rows of either sample where the other has some (``effectiveRows`` tells how
/// many), and that the model has not learned from the reference rows, or their loss is too low and what is lacking
/// counts as the labels'.
public struct LossSplit: Sendable, Equatable {
  /// A number with its 95 % interval.
  public struct Part: Sendable, Equatable {
    /// The number.
    public var value: Double

    /// The percentile interval over resampled rows of both samples, the probabilities c as they are; `nil` where it
    /// cannot be had.
    public var interval: Interval?
  }

  /// The mean loss of each sample.
  public var loss: Paired<Double>

  /// The rise, which ``inputs`` and ``labels`` add up to.
  public var rise: Part

  /// What the inputs do.
  public var inputs: Part

  /// What the labels given the inputs do.
  public var labels: Part

  /// How many equally weighted rows of each sample tell as much of the shared distribution: `(sum w)^2 / sum w^2`.
  public var effectiveRows: Paired<Double>

  /// The most groups of rows that are drawn from.
  private static let mostGroups = 2000

  /// Splits losses; `nil` without rows, and where no weight is left.
  ///
  /// - Parameters:
  ///   - losses: The loss of each row.
  ///   - ofCurrent: For each row the probability that it is of the current sample, as if both were equally
  ///     large.
  ///   - seed: The seed of the resampling.
  /// - Precondition: There is a probability in `0...1` for each loss.
  public init?(losses: Paired<[Double]>, ofCurrent: Paired<[Double]>, seed: UInt64 = 0) {
    precondition(
      losses.reference.count == ofCurrent.reference.count
        && losses.current.count == ofCurrent.current.count, "every loss needs a probability")
    let reference = WeightedLosses(losses.reference, weights: ofCurrent.reference)
    let current = WeightedLosses(losses.current, weights: ofCurrent.current.map { 1 - $0 })
    guard let one = reference.means, let other = current.means else { return nil }
    let draws = zip(
      reference.resampled(groups: Self.mostGroups, seed: 2 * seed),
      current.resampled(groups: Self.mostGroups, seed: 2 * seed + 1))
    func part(_ number: (_ reference: Means, _ current: Means) -> Double) -> Part {
      Part(
        value: number(one, other), interval: .percentiles(of: draws.map { number($0, $1) }))
    }
    loss = Paired(reference: one.own, current: other.own)
    rise = part { $1.own - $0.own }
    inputs = part { ($0.shared - $0.own) + ($1.own - $1.shared) }
    labels = part { $1.shared - $0.shared }
    effectiveRows = Paired(
      reference: reference.effectiveRows, current: current.effectiveRows)
  }

  /// The mean loss of a sample, and that on the shared distribution.
  fileprivate typealias Means = (own: Double, shared: Double)
}

/// The losses of a sample's rows with their weights in the shared distribution.
private struct WeightedLosses {
  private let losses: [Double]
  private let weights: [Double]

  init(_ losses: [Double], weights: [Double]) {
    self.losses = losses
    self.weights = weights
  }

  private var products: [Double] { zip(losses, weights).map { $0 * $1 } }

  var means: LossSplit.Means? {
    let total = weights.reduce(0, +)
    guard !losses.isEmpty, total > 0 else { return nil }
    return (losses.reduce(0, +) / Double(losses.count), products.reduce(0, +) / total)
  }

  var effectiveRows: Double {
    let total = weights.reduce(0, +)
    return total * total / weights.reduce(0) { $0 + $1 * $1 }
  }

  /// The means of resamples; of many rows those at equal distances are drawn together.
  func resampled(groups: Int, seed: UInt64) -> [LossSplit.Means] {
    let count = min(groups, losses.count)
    func grouped(_ values: [Double]) -> [Double] {
      values.enumerated().reduce(into: [Double](repeating: 0, count: count)) {
        $0[$1.offset % count] += $1.element
      }
    }
    let resamples = Resamples(rows: count, seed: seed)
    let rows = resamples.sums(of: grouped(losses.map { _ in 1 }))
    let losses = resamples.sums(of: grouped(losses))
    let weights = resamples.sums(of: grouped(weights))
    let products = resamples.sums(of: grouped(products))
    return rows.indices.map { (losses[$0] / rows[$0], products[$0] / weights[$0]) }
  }
}
