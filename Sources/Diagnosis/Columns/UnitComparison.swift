import Foundation
import Shift

/// Two samples of a column, to be asked for the change of units that explains how they differ.
///
/// A change is believed when what was measured lies near it, is known so exactly that it cannot well be
/// something else, and when the distributions agree after it.
struct UnitComparison {
  private let before: Measures
  private let now: Measures
  private let distance: Double

  /// The standard errors by which a measured change may miss a known one.
  private static let errors = 3.0

  /// How near the distributions have to be after a change (Kolmogorov-Smirnov), or as near as chance
  /// leaves them in 95 of 100 cases; and how many times nearer than before.
  private static let near = 0.1
  private static let nearBeyondShift = 0.2
  private static let nearer = 2.0

  /// A change by a larger factor than this is no shift: the distributions may differ otherwise.
  private static let sureFactor = 8.0

  /// By how much, in logarithms, the spread may miss a change however exactly it was measured, and at
  /// most with an offset.
  private static let slackOfSpread = 0.07
  private static let largestMissOfSpread = 0.4

  /// The spreads that no shift goes.
  private static let farthest = 4.0

  /// Compares two samples; `nil` when one is too small, or has too few different values.
  init?(_ before: SortedSample, _ now: SortedSample) {
    guard let before = Measures(before), let now = Measures(now) else { return nil }
    (self.before, self.now) = (before, now)
    distance = Self.distance(before.sample, now.sample)
  }

  /// The change that explains the difference best; `nil` when none does.
  ///
  /// Among those that leave a trace, or else among all, it is the most plausible of those that fit by a
  /// standard error as well as the best.
  var change: UnitChange? {
    let fitting = UnitChange.all.compactMap(fit)
    let written = fitting.filter(\.isWritten)
    let candidates = written.isEmpty ? fitting : written
    guard let least = candidates.map(\.miss).min() else { return nil }
    return candidates.first { $0.miss <= least + 1 }?.change
  }

  /// How a change explains the difference.
  private struct Fit {
    let change: UnitChange
    let isWritten: Bool

    /// By how many standard errors the logarithm of its factor is missed.
    let miss: Double
  }

  private func fit(_ change: UnitChange) -> Fit? {
    let isWritten = isWritten(in: change)
    let miss: Double
    if change.offset == 0 {
      guard isWritten || !areWhole || change.keepsWholeNumbers,
        isFactor(change, isWritten), haveOneShape(after: change)
      else { return nil }
      miss = abs(ofSize - log(change.factor)) / errorOfSize
    } else {
      guard isOffset(change, isWritten), isNear(after: change, Self.nearBeyondShift) else {
        return nil
      }
      miss = abs(ofSpread - log(change.factor)) / errorOfSpread
    }
    return Fit(change: change, isWritten: isWritten, miss: miss)
  }

  /// What sizes changed by, as a logarithm, and the standard error of it.
  private var ofSize: Double { now.size.value - before.size.value }
  private var errorOfSize: Double { hypot(before.size.error, now.size.error) }

  /// What the spread changed by, as a logarithm, and the standard error of it.
  private var ofSpread: Double { log(now.spread / before.spread) }
  private var errorOfSpread: Double { hypot(before.errorOfSpread, now.errorOfSpread) }

  private var areWhole: Bool { before.decimals == 0 && now.decimals == 0 }

  // MARK: - What was measured

  /// Whether a factor, and no other, is what sizes changed by.
  private func isFactor(_ change: UnitChange, _ isWritten: Bool) -> Bool {
    let miss = abs(ofSize - log(change.factor))
    let error = errorOfSize
    if isWritten {
      // Nearer to the change than to none.
      return miss <= min(max(Self.errors * error, UnitChange.slackOfWritten), 0.5 * change.size)
    }
    guard error <= change.largestError else { return false }
    return miss <= max(min(Self.errors * error, change.largestMiss), change.slack)
  }

  /// Whether a change with an offset is what spread and centre changed by, and neither a factor alone nor
  /// a shift alone would do.
  private func isOffset(_ change: UnitChange, _ isWritten: Bool) -> Bool {
    guard before.spread > 0, now.spread > 0 else { return false }
    let isOffsetAlone = change.factor == 1
    let reach = abs(change.offset) / now.spread
    guard reach >= (isOffsetAlone ? Self.farthest : 0.5) else { return false }
    let isNoFactor = isWritten || abs(ofSpread - ofSize) >= Self.errors * errorOfSpread
    let isNoShift = isOffsetAlone || isWritten || abs(ofSpread) >= 2 * errorOfSpread
    let miss = abs(ofSpread - log(change.factor))
    guard isNoFactor, isNoShift,
      miss <= min(max(2.5 * errorOfSpread, Self.slackOfSpread), Self.largestMissOfSpread)
    else { return false }
    let errorOfCentre = hypot(change.factor * before.centre.error, now.centre.error)
    let missOfCentre = abs(now.centre.value - change(before.centre.value))
    let slackOfCentre = isOffsetAlone ? 1 : reach >= 1 ? 0.4 : 0.1
    return missOfCentre <= max(Self.errors * errorOfCentre, slackOfCentre * now.spread)
  }

  /// Whether the centres are farther apart than any shift goes.
  private var isBeyondShift: Bool {
    let spread = max(before.spread, now.spread)
    return spread > 0 && abs(now.centre.value - before.centre.value) >= Self.farthest * spread
  }

  /// Whether the values are those of the first file, rounded as there, in another unit: few numbers of a
  /// fine scale happen to be multiples of a coarse one.
  private func isWritten(in change: UnitChange) -> Bool {
    guard let decimals = before.decimals else { return false }
    let step = abs(change.factor) * pow(10, -Double(decimals))
    // Decimals, more or fewer, are a habit of writing: every number with two is a multiple of 0.01.
    if change.isPowerOfTen, step < 1.5 { return false }
    let rounding = now.decimals.map { 0.5 * pow(10, -Double($0)) } ?? 0
    let tolerance = max(1.000_001 * rounding, 0.02 * step)
    // How often a number that has nothing to do with the scale lies as near to it.
    let chance = 2 * tolerance / step
    let surprise = -log(chance) * Double(now.distinct)
    return chance < 0.7 && surprise >= 12
      && now.sample.values.allSatisfy { value in
        let steps = (value - change.offset) / step
        return abs(steps - steps.rounded()) * step <= tolerance
      }
  }

  // MARK: - Shapes

  private func haveOneShape(after change: UnitChange) -> Bool {
    guard (before.spread == 0) == (now.spread == 0) else { return false }
    let isSure = change.size >= log(Self.sureFactor)
    if before.spread > 0 {
      let miss = abs(ofSpread - log(change.factor))
      let error = Self.errors * errorOfSpread
      // Nearer to the change than to a shift, which leaves the spread as it was.
      let most =
        isSure
        ? max(error, 0.25 * change.size) : min(max(error, Self.slackOfSpread), 0.5 * change.size)
      guard miss <= most else { return false }
    }
    // Files of another unit may well differ in what they hold, too.
    let limit = isSure ? 1 : isBeyondShift ? Self.nearBeyondShift : Self.near
    return isNear(after: change, limit)
  }

  private func isNear(after change: UnitChange, _ limit: Double) -> Bool {
    let counts = [before, now].map { Double($0.sample.values.count) }
    let chance = 1.36 * (1 / counts[0] + 1 / counts[1]).squareRoot()
    let after = distance(after: change)
    return after <= max(limit, chance) && after * Self.nearer <= distance
  }

  private func distance(after change: UnitChange) -> Double {
    // Rounded as there: else each value of many rows would stand beside its like.
    let unit = now.decimals.map { pow(10, Double($0)) }
    let changed = before.sample.values.map { value in
      let value = change(value)
      return unit.map { (value * $0).rounded() / $0 } ?? value
    }
    return Self.distance(SortedSample(changed), now.sample)
  }

  private static func distance(_ first: SortedSample, _ second: SortedSample) -> Double {
    KolmogorovSmirnov.statistic(first, second) ?? 1
  }
}
