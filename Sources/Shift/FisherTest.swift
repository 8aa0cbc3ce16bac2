import Foundation

/// Fisher's exact test of whether two samples have an outcome equally often, two-sided.
///
/// The sum of the probabilities, given the sizes and how often the outcome occurs in both together,
/// of all divisions that are no more probable than the one observed. Probabilities come from Stirling's
/// formula with its error and from quotients of neighbours, so that the sum is exact to about
/// twelve digits at any size. R. A. Fisher, Statistical Methods for Research Workers (1934).
///
/// - Parameters:
///   - reference: How often the outcome occurs in the one sample, and its size.
///   - current: The same of the other.
/// - Returns: p, or `nil` when a sample is empty. 1 when the outcome occurs always, or never.
/// - Complexity: O(sqrt(n)).
func fisherTest(
  _ reference: (count: Int, size: Int), _ current: (count: Int, size: Int)
) -> Double? {
  guard reference.size > 0, current.size > 0 else { return nil }
  let law = HypergeometricDistribution(
    sample: reference.size, others: current.size, outcomes: reference.count + current.count)
  let observed = reference.count
  let mode = law.mode
  // Equally probable divisions must not differ by rounding.
  let limit = law.logProbability(observed) + 1e-9
  guard limit < law.logProbability(mode) else { return 1 }
  let isBelow = observed < mode
  // The first place on the other side that is no more probable, by halving.
  var near = mode
  var far = isBelow ? law.range.upperBound + 1 : law.range.lowerBound - 1
  while abs(far - near) > 1 {
    let middle = (near + far) / 2
    if law.logProbability(middle) <= limit { far = middle } else { near = middle }
  }
  let lower = law.tail(from: isBelow ? observed : far, step: -1)
  let upper = law.tail(from: isBelow ? far : observed, step: 1)
  return min(lower + upper, 1)
}

/// How many of a sample have an outcome, when it is drawn from all without replacement.
private struct HypergeometricDistribution {
  let sample: Double
  let others: Double
  let outcomes: Double
  let range: ClosedRange<Int>

  init(sample: Int, others: Int, outcomes: Int) {
    self.sample = Double(sample)
    self.others = Double(others)
    self.outcomes = Double(outcomes)
    range = max(0, outcomes - others)...min(sample, outcomes)
  }

  private var all: Double { sample + others }

  /// The most probable count.
  var mode: Int {
    let place = Int(((sample + 1) * (outcomes + 1) / (all + 2)).rounded(.down))
    return min(max(place, range.lowerBound), range.upperBound)
  }

  /// The logarithm of the probability of a count within the range.
  func logProbability(_ count: Int) -> Double {
    let share = outcomes / all
    return logBinomial(Double(count), of: sample, share: share)
      + logBinomial(outcomes - Double(count), of: others, share: share)
      - logBinomial(outcomes, of: all, share: share)
  }

  /// The probability of a count and all beyond it, for a count on the far side of the mode.
  func tail(from count: Int, step: Int) -> Double {
    guard range.contains(count) else { return 0 }
    var sum = 1.0
    var term = 1.0
    var k = Double(count)
    while term > sum * 1e-17 {
      if step > 0 {
        term *= (sample - k) * (outcomes - k) / ((k + 1) * (others - outcomes + k + 1))
      } else {
        term *= k * (others - outcomes + k) / ((sample - k + 1) * (outcomes - k + 1))
      }
      sum += term
      k += Double(step)
    }
    return exp(logProbability(count)) * sum
  }

  /// The logarithm of the probability of `count` successes of `trials`, each with one share.
  private func logBinomial(_ count: Double, of trials: Double, share: Double) -> Double {
    let rest = trials - count
    if trials == 0 { return 0 }
    if count == 0 { return share < 1 ? trials * log1p(-share) : -.infinity }
    if rest == 0 { return trials * log(share) }
    let deviances =
      deviance(count, from: trials * share) + deviance(rest, from: trials * (1 - share))
    let errors = stirlingError(trials) - stirlingError(count) - stirlingError(rest)
    return errors - deviances + 0.5 * log(trials / (2 * .pi * count * rest))
  }
}
