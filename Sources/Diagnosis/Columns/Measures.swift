import Foundation
import Shift

/// What a change of units alters in a known way.
struct Measures {
  /// Whether a change of units explains a difference.
  enum Agreement {
    case none

    /// Centre, spread and reach all changed by it.
    case inAll

    /// No shift goes so far, and it brings the centres together.
    case beyondShift
  }

  private let median: Double
  private let spread: Double
  /// The median of magnitudes, and the magnitude that one in twenty exceeds.
  private let magnitude: Double
  private let reach: Double

  /// The fewest values, and the fewest different ones.
  private static let fewest = 10
  private static let fewestDifferent = 3

  /// The part of a change, in logarithms, by which each measure may miss it, and the part of its way
  /// by which the median may; with an offset the spread may miss more.
  private static let slack = 0.25
  private static let slackOfSpread = 0.5

  /// The part of the way that an offset has to make: without it the change is one by a factor.
  private static let leastOffset = 0.15

  /// The spreads that no shift goes, the part of such a way that may be left, and by what factor
  /// spreads may differ then.
  private static let beyond = 4.0
  private static let left = 0.2
  private static let factorOfSpread = 3.0

  /// Measures a sample; `nil` when it is too small, or has too few different values.
  init?(_ sample: SortedSample) {
    let different = zip(sample.values, sample.values.dropFirst()).reduce(1) {
      $0 + ($1.0 == $1.1 ? 0 : 1)
    }
    let magnitudes = SortedSample(sample.values.map(abs))
    guard sample.values.count >= Self.fewest, different >= Self.fewestDifferent,
      let median = sample.quantile(0.5), let low = sample.quantile(0.25),
      let high = sample.quantile(0.75), let magnitude = magnitudes.quantile(0.5),
      let reach = magnitudes.quantile(0.95), magnitude > 0
    else { return nil }
    (self.median, spread) = (median, high - low)
    (self.magnitude, self.reach) = (magnitude, reach)
  }

  /// How well a change explains what is there now.
  func agreement(with now: Measures, after change: UnitChange) -> Agreement {
    let expected = change(median)
    let (way, miss) = (abs(expected - median), abs(now.median - expected))
    if change.factor == 1 {
      // Nothing but the offset: it has to be far larger than what the values spread over.
      let isClear = max(spread, now.spread) < abs(change.offset) / 4
      return isClear && miss <= Self.slack * abs(change.offset) ? .inAll : .none
    }
    let isFactorAlone = change.offset != 0 && abs(change.offset) < Self.leastOffset * way
    guard !isFactorAlone, (spread == 0) == (now.spread == 0) else { return .none }
    let ofSpread = spread == 0 ? 0 : change.miss(from: spread, to: now.spread)
    let gap = abs(now.median - median)
    let isBeyond =
      spread > 0 && gap >= Self.beyond * max(spread, now.spread) && miss <= Self.left * gap
      && ofSpread <= log(Self.factorOfSpread)
    if isBeyond { return .beyondShift }
    let agrees =
      change.offset == 0
      ? max(
        ofSpread, change.miss(from: magnitude, to: now.magnitude),
        change.miss(from: reach, to: now.reach)) <= Self.slack * change.size
      : ofSpread <= Self.slackOfSpread * change.size && miss <= Self.slack * way
    return agrees ? .inAll : .none
  }
}

extension UnitChange {
  /// By how much the factor misses what a measure changed by, in logarithms.
  fileprivate func miss(from before: Double, to now: Double) -> Double {
    abs(log(now / before) - log(factor))
  }
}
