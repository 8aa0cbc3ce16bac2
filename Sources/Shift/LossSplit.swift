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
/// They add up to the rise. Cai, Namkoong and Yadlowsky, Diagnosing Model Performance Under Distribution Shift (2023).
///
/// With `c(x)` the probability that a row is of the current sample, as if both were equally large, `t = R_q - R_p`
/// and y a row's loss,
///
///     labels = (E_p[c^2 t - c (y - R_p)] + E_q[(1-c)^2 t + (1-c) (y - R_q)]) / (E_p c^2 + E_q (1-c)^2)
///
/// which to first order no error of c or of R moves: so that an interval may take what was learned of them from other
/// rows as it is. What is left is the product of their errors, and the square of c's, as the shared distribution is made
/// of c: of that nothing is left where t is the same everywhere. It is the efficient estimate of the mean difference on
/// such a shared distribution (Crump, Hotz, Imbens and Mitnik 2006; Chernozhukov et al., Econometrics Journal 21 (2018)).
///
/// Assumed: that c is not far off, nor R where c is, that there are rows of either sample where the other has some
/// (``effectiveRows`` tells how many), and that the model has not learned from the reference rows, or their loss is too
/// low and what is lacking counts as the labels'.
public struct LossSplit: Sendable, Equatable {
  /// A number with its 95 % interval.
  public struct Part: Sendable, Equatable {
    /// The number.
    public var value: Double

    /// The percentile interval over resampled rows of both samples; `nil` where it cannot be had.
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

  /// How many equally weighted rows of each sample tell as much of the shared distribution: `(sum w)^2 / sum w^2`,
  /// with w the probability to be of the other sample.
  public var effectiveRows: Paired<Double>

  /// The most groups of rows that are drawn from.
  private static let mostGroups = 2000

  /// Splits losses; `nil` without rows, where no weight is left, and of what is not finite.
  ///
  /// - Parameters:
  ///   - learnings: The rows of each sample, once for each time that c and R were learned. Numbers are means over
  ///     them, and intervals are over the resamples of all of them, so that what differs between them counts.
  ///   - seed: The seed of the resampling.
  /// - Precondition: Each time the rows are the same, with the same losses.
  public init?(_ learnings: [Paired<[LossRow]>], seed: UInt64 = 0) {
    guard let rows = learnings.first, !rows.reference.isEmpty, !rows.current.isEmpty else {
      return nil
    }
    let resamples = Paired(
      reference: Resamples(rows: min(rows.reference.count, Self.mostGroups), seed: seed &* 2),
      current: Resamples(rows: min(rows.current.count, Self.mostGroups), seed: seed &* 2 &+ 1))
    let samples = learnings.map { rows in
      Paired(
        reference: WeightedLosses(rows.reference) { row in
          (row.probability.current, row.expected.reference - row.loss)
        },
        current: WeightedLosses(rows.current) { row in
          (row.probability.reference, row.loss - row.expected.current)
        })
    }
    let isPossible = samples.allSatisfy { sample in
      let (one, other) = (sample.reference.means, sample.current.means)
      return one.weight + other.weight > 0 && (one.change + other.change).isFinite
        && (other.loss - one.loss).isFinite
    }
    guard isPossible else { return nil }
    let draws = samples.flatMap {
      zip($0.reference.means(of: resamples.reference), $0.current.means(of: resamples.current))
    }
    func mean(_ number: (Paired<WeightedLosses>) -> Double) -> Double {
      samples.reduce(0) { $0 + number($1) } / Double(samples.count)
    }
    func part(_ number: (_ reference: Means, _ current: Means) -> Double) -> Part {
      Part(
        value: mean { number($0.reference.means, $0.current.means) },
        interval: .percentiles(of: draws.map { number($0, $1) }))
    }
    // No two means of losses are further apart, which a quotient of two small numbers may be; of rows without any weight
    // nothing is known of the labels.
    let most = (rows.reference + rows.current).reduce(0) { max($0, abs($1.loss)) }
    func change(_ one: Means, _ other: Means) -> Double {
      let weight = one.weight + other.weight
      return weight > 0 ? min(max((one.change + other.change) / weight, -most), most) : 0
    }
    loss = Paired(
      reference: samples[0].reference.means.loss, current: samples[0].current.means.loss)
    rise = part { $1.loss - $0.loss }
    inputs = part { $1.loss - $0.loss - change($0, $1) }
    labels = part(change)
    effectiveRows = Paired(
      reference: mean { $0.reference.effectiveRows }, current: mean { $0.current.effectiveRows })
  }
}

/// Means over the rows of a sample, or of a resample: of the loss, and of what stands above and below the line of the
/// labels' part.
private typealias Means = (loss: Double, change: Double, weight: Double)

/// The losses of a sample's rows with their weights in the shared distribution.
private struct WeightedLosses {
  private let losses: [Double]
  private let changes: [Double]
  private let squares: [Double]
  let means: Means
  let effectiveRows: Double

  /// Takes rows, and of each its probability to be of the other sample, and how much more the current sample loses by it
  ///   than by rows like it.
  init(_ rows: [LossRow], terms: (LossRow) -> (weight: Double, excess: Double)) {
    let terms = rows.map(terms)
    losses = rows.map(\.loss)
    squares = terms.map { $0.weight * $0.weight }
    changes = zip(rows, terms).map { row, term in
      let change = row.expected.current - row.expected.reference
      return term.weight * (term.weight * change + term.excess)
    }
    let total = terms.reduce(0) { $0 + $1.weight }
    // Of rows that are surely of their own sample nothing is left, and no quotient either.
    let square = squares.reduce(0, +)
    effectiveRows = square > 0 ? total * total / square : 0
    let count = Double(rows.count)
    means = (
      losses.reduce(0, +) / count, changes.reduce(0, +) / count, squares.reduce(0, +) / count
    )
  }

  /// The means of resamples; where there are more rows than they draw from, those at equal distances are drawn together.
  func means(of resamples: Resamples) -> [Means] {
    func sums(_ values: [Double]) -> [Double] {
      resamples.sums(
        of: values.enumerated().reduce(into: [Double](repeating: 0, count: resamples.rows)) {
          $0[$1.offset % resamples.rows] += $1.element
        })
    }
    let (rows, losses) = (sums(self.losses.map { _ in 1 }), sums(self.losses))
    let (changes, squares) = (sums(self.changes), sums(self.squares))
    return rows.indices.map {
      (losses[$0] / rows[$0], changes[$0] / rows[$0], squares[$0] / rows[$0])
    }
  }
}
