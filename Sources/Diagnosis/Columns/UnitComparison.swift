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

  /// The fewest different values whose decimals tell something.
  private static let fewestWritten = 10

  /// The spreads that no shift goes.
  private static let farthest = 4.0

  /// Compares two samples; `nil` when one is too small, or has too few different values.
  init?(_ before: SortedSample, _ now: SortedSample) {
    guard let before = Measures(before), let now = Measures(now) else { return nil }
    (self.before, self.now) = (before, now)
    distance = Self.distance(before.sample, now.sample)
  }

  /// The most plausible change that explains the difference; `nil` when none does.
  var change: UnitChange? { UnitChange.all.first(where: explains) }

  private func explains(_ change: UnitChange) -> Bool {
    let isWritten = isWritten(in: change)
    guard isWritten || !areWhole || change.keepsWholeNumbers else { return false }
    return change.offset == 0
      ? isFactor(change, isWritten) && haveOneShape(after: change)
      : isOffset(change, isWritten) && isNear(after: change, Self.nearBeyondShift)
  }

  /// What the spread changed by, as a logarithm, and the standard error of it.
  private var ofSpread: Double { log(now.spread / before.spread) }
  private var errorOfSpread: Double { hypot(before.errorOfSpread, now.errorOfSpread) }

  private var areWhole: Bool { before.decimals == 0 && now.decimals == 0 }

  // MARK: - What was measured

  /// Whether a factor, and no other, is what sizes changed by.
  private func isFactor(_ change: UnitChange, _ isWritten: Bool) -> Bool {
    let miss = abs(now.size.value - before.size.value - log(change.factor))
    let error = hypot(before.size.error, now.size.error)
    if isWritten { return miss <= max(Self.errors * error, UnitChange.slackOfWritten) }
    guard error <= change.largestError else { return false }
    return miss <= max(min(Self.errors * error, change.largestMiss), change.slack)
  }

  /// Whether a change with an offset is what spread and centre changed by, and neither a factor alone nor
  /// a shift alone would do.
  private func isOffset(_ change: UnitChange, _ isWritten: Bool) -> Bool {
    guard before.spread > 0, now.spread > 0 else { return false }
    let isOffsetAlone = change.factor == 1
    guard abs(change.offset) >= (isOffsetAlone ? Self.farthest : 1) * now.spread else {
      return false
    }
    let ofSize = now.size.value - before.size.value
    let isNoFactor = isWritten || abs(ofSpread - ofSize) >= Self.errors * errorOfSpread
    let isNoShift = isOffsetAlone || isWritten || abs(ofSpread) >= 2 * errorOfSpread
    let miss = abs(ofSpread - log(change.factor))
    guard isNoFactor, isNoShift,
      miss <= min(max(2.5 * errorOfSpread, Self.slackOfSpread), Self.largestMissOfSpread)
    else { return false }
    let errorOfCentre = hypot(change.factor * before.centre.error, now.centre.error)
    let missOfCentre = abs(now.centre.value - change(before.centre.value))
    return missOfCentre <= max(Self.errors * errorOfCentre, (isOffsetAlone ? 1 : 0.4) * now.spread)
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
    if let moved = change.decimalsMoved, decimals >= moved {
      return now.decimals == decimals - moved && now.sample.distinctCount >= Self.fewestWritten
    }
    let step = abs(change.factor) * pow(10, -Double(decimals))
    let rounding = now.decimals.map { 0.5 * pow(10, -Double($0)) } ?? 0
    let tolerance = max(1.000_001 * rounding, 0.02 * step)
    // How often a number that has nothing to do with the scale lies as near to it.
    let chance = 2 * tolerance / step
    let surprise = -log(chance) * Double(now.sample.distinctCount)
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
    return isSure
      ? distance(after: change) <= distance
      : isNear(after: change, isBeyondShift ? Self.nearBeyondShift : Self.near)
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
    KolmogorovSmirnov.test(first, second, method: .live)?.statistic ?? 1
  }
}
