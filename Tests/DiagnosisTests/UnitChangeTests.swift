import CustomDump
import Foundation
import SeededRandom
import Shift
import Testing

@testable import Diagnosis

/// Changes of units among drawn numbers: those that are planted are found, and no other factor and no
/// shift is taken for one.
@Suite struct UnitChangeTests {
  /// What columns of numbers look like.
  enum Shape: CaseIterable {
    case narrow, wide, even, twoPeaks, lognormal, gamma

    func draw(_ count: Int, _ random: inout SeededGenerator) -> [Double] {
      (0..<count).map { _ in
        switch self {
        case .narrow: 170 + 9 * random.normal()
        case .wide: 50 + 14 * random.normal()
        case .even: .random(in: 20...75, using: &random)
        case .twoPeaks: (Bool.random(using: &random) ? 20 : 32) + 2 * random.normal()
        case .lognormal: 30 * exp(0.5 * random.normal())
        case .gamma:
          -log((0..<4).reduce(1.0) { part, _ in part * .random(in: 1e-6...1, using: &random) })
        }
      }
    }
  }

  /// Of longer columns so many rows are looked at.
  private static let sizes = [100, 600, 4096]

  private func change(_ before: [Double], _ now: [Double]) -> UnitChange? {
    UnitComparison(SortedSample(before), SortedSample(now))?.change
  }

  private func isOne(_ change: UnitChange?, by factor: Double, plus offset: Double = 0) -> Bool {
    change.map { abs($0.factor / factor - 1) < 1e-3 && abs($0.offset - offset) < 1e-9 } ?? false
  }

  /// Numbers with so many decimals, as files have them.
  private func rounded(_ values: [Double], to decimals: Int?) -> [Double] {
    guard let decimals else { return values }
    let unit = pow(10, Double(decimals))
    return values.map { ($0 * unit).rounded() / unit }
  }

  // Numbers are rounded first and multiplied then, which leaves a trace.
  @Test(
    arguments: Shape.allCases, [2.54, 1 / 2.54, 0.453_592_37, 1.609_344, 0.3048, 60, 1.0 / 12])
  func aPlantedFactorIsFound(shape: Shape, factor: Double) {
    var random = SeededGenerator(seed: 41)
    for size in Self.sizes {
      let count = size > 1000 ? 4 : 8
      let changes = (0..<count).map { _ in
        change(
          rounded(shape.draw(size, &random), to: 2),
          rounded(shape.draw(size, &random), to: 2).map { $0 * factor })
      }
      #expect(4 * changes.count { isOne($0, by: factor) } >= 3 * count, "\(size) values")
      #expect(changes.allSatisfy { $0 == nil || isOne($0, by: factor) }, "\(size) values")
    }
  }

  // Without a trace the distribution tells it, as soon as there are values enough.
  @Test(
    arguments: Shape.allCases,
    [(10.0, 600), (0.1, 600), (100.0, 100), (1000.0, 100), (0.001, 100), (2.54, 4096)])
  func aFactorIsToldByTheDistributionAlone(shape: Shape, planted: (factor: Double, size: Int)) {
    var random = SeededGenerator(seed: 42)
    let changes = (0..<8).map { _ in
      change(
        shape.draw(planted.size, &random),
        shape.draw(planted.size, &random).map { $0 * planted.factor })
    }
    #expect(changes.count { isOne($0, by: planted.factor) } >= 6)
  }

  @Test(arguments: [1.0, 5, 14], [(1.8, 32.0), (1 / 1.8, -32 / 1.8), (1, 273.15)])
  func temperaturesAreFound(deviation: Double, change planted: (factor: Double, offset: Double)) {
    var random = SeededGenerator(seed: 43)
    func draw(_ size: Int) -> [Double] {
      let celsius = Shape.narrow.draw(size, &random).map { 14 + ($0 - 170) / 9 * deviation }
      return planted.factor < 1 ? celsius.map { 1.8 * $0 + 32 } : celsius
    }
    for size in Self.sizes {
      let changes = (0..<10).map { _ in
        change(draw(size), draw(size).map { planted.factor * $0 + planted.offset })
      }
      let found = changes.count { isOne($0, by: planted.factor, plus: planted.offset) }
      #expect(found >= 7, "\(size) values")
    }
  }

  // Where whole numbers lie so near one another that they round away what tells the two apart, nothing
  // is said.
  @Test(
    arguments: [5.0, 9], [(1.8, 32.0), (1 / 1.8, -32 / 1.8), (1.0, 273.15), (1.0, -273.15)])
  func wholeTemperaturesAreFound(
    deviation: Double, change planted: (factor: Double, offset: Double)
  ) {
    var random = SeededGenerator(seed: 48)
    func draw(_ size: Int) -> [Double] {
      let celsius = (0..<size).map { _ in 14 + deviation * random.normal() }
      if planted.factor < 1 { return celsius.map { 1.8 * $0 + 32 } }
      return planted.offset < 0 ? celsius.map { $0 + 273.15 } : celsius
    }
    for size in [240, 1000] {
      for isRoundedBefore in [false, true] {
        let changes = (0..<8).map { _ in
          let now = rounded(draw(size), to: isRoundedBefore ? 0 : nil)
          return change(
            rounded(draw(size), to: 0),
            rounded(now.map { planted.factor * $0 + planted.offset }, to: 0))
        }
        let found = changes.count { isOne($0, by: planted.factor, plus: planted.offset) }
        #expect(found >= 4, "\(size) values")
      }
    }
  }

  /// To how many decimals the values of either file are rounded, if they are.
  private static let decimals: [(before: Int?, now: Int?)] = [
    (nil, nil), (1, 1), (0, 0), (1, 2), (2, 1),
  ]

  @Test(arguments: Shape.allCases)
  func otherFactorsAreNoChangeOfUnits(shape: Shape) {
    var random = SeededGenerator(seed: 44)
    var found: [String] = []
    for size in Self.sizes {
      for trial in 0..<(size > 1000 ? 20 : 50) {
        var factor = 10.0
        while UnitChange.all.contains(where: { abs(log($0.factor / factor)) < 0.06 }) {
          factor = exp(.random(in: log(1.2)...log(20), using: &random))
        }
        let (before, now) = Self.decimals[trial % Self.decimals.count]
        let change = change(
          rounded(shape.draw(size, &random), to: before),
          rounded(shape.draw(size, &random).map { $0 * factor }, to: now))
        if let change { found.append("\(size) values, \(factor): \(change.words)") }
      }
    }
    #expect(found.count <= 9, "of 120: \(found)")
  }

  @Test(arguments: Shape.allCases)
  func aShiftIsNoChangeOfUnits(shape: Shape) {
    var random = SeededGenerator(seed: 45)
    var found: [String] = []
    for size in Self.sizes {
      for trial in 0..<(size > 1000 ? 20 : 50) {
        let factor = Double.random(in: 0.6...1.7, using: &random)
        let way = Double.random(in: -60...60, using: &random)
        let (before, now) = Self.decimals[trial % Self.decimals.count]
        let change = change(
          rounded(shape.draw(size, &random), to: before),
          rounded(shape.draw(size, &random).map { $0 * factor + way }, to: now))
        if let change { found.append("\(size) values, \(factor), \(way): \(change.words)") }
      }
    }
    #expect(found.count <= 8, "of 120: \(found)")
  }

  // Every number with two decimals is a multiple of a hundredth, and so of a tenth of a tenth.
  @Test(
    arguments: [
      (12, 0.3, 1, 2), (12, 0.15, 1, 2), (100, 0.15, 1, 2), (12, 3, 2, 1), (100, 7, 2, 1),
    ] as [(Int, Double, Int, Int)])
  func decimalsAloneAreNoChangeOfUnits(
    size: Int, factor: Double, before: Int, now: Int
  ) {
    var random = SeededGenerator(seed: 49)
    let found = (0..<40).compactMap { _ in
      change(
        rounded((0..<size).map { _ in 30 * exp(random.normal()) }, to: before),
        rounded((0..<size).map { _ in 30 * factor * exp(random.normal()) }, to: now))
    }
    #expect(found.count <= 2, "of 40: \(found.map(\.words))")
  }

  @Test func wholeNumbersKeepToWholeFactors() {
    var random = SeededGenerator(seed: 46)
    for size in Self.sizes {
      for most in [4.0, 20, 60] {
        func counts() -> [Double] {
          (0..<size).map { _ in Double.random(in: 0...most, using: &random).rounded() }
        }
        let (before, now) = (counts(), counts())
        for change in UnitChange.all where change.offset == 0 && !change.keepsWholeNumbers {
          // As large as they would become of it, but none that would.
          let near = now.map {
            (change($0 + .random(in: -0.4...0.4, using: &random))).rounded()
          }
          let found = self.change(before, near)
          #expect(found?.keepsWholeNumbers ?? true, "\(change.words)")
        }
        #expect(isOne(change(before, now.map { 100 * $0 }), by: 100))
      }
    }
  }

  @Test func wholeNumbersThatWereRoundedAfterwardsAreTold() {
    var random = SeededGenerator(seed: 47)
    func inches() -> [Double] { rounded(Shape.narrow.draw(200, &random).map { $0 / 2.54 }, to: 0) }
    #expect(isOne(change(inches(), rounded(inches().map { $0 * 2.54 }, to: 0)), by: 2.54))
  }

  @Test func allChangesGoBothWays() {
    for pair in stride(from: 0, to: UnitChange.all.count, by: 2) {
      let (there, back) = (UnitChange.all[pair], UnitChange.all[pair + 1])
      #expect(abs(back(there(7)) - 7) < 1e-9)
    }
    expectNoDifference(
      UnitChange.all[2...3].map(\.words) + UnitChange.all[14...15].map(\.words),
      [
        "a factor of 100, as of shares in percent", "a factor of 1/100, as of percent in shares",
        "degrees Celsius in degrees Fahrenheit", "degrees Fahrenheit in degrees Celsius",
      ])
  }
}
