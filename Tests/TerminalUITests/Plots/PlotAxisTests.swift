import CustomDump
import Foundation
import Testing

import TerminalUI

@Suite struct PlotAxisTests {
  @Test func linearAxesHaveRoundNumbersAWholeNumberOfRowsApart() {
    let axis = PlotAxis.linear(0.2...1, rows: 11, dotsPerRow: 4, format: .share)
    expectNoDifference(axis.ticks.map(\.label), [".25", ".50", ".75", "1.00"])
    let percent = PlotAxis.linear(0...0.18, rows: 12, format: .percent)
    expectNoDifference(percent.ticks.map(\.label), ["0%", "5%", "10%", "15%"])
  }

  @Test(arguments: 6...40, [1, 2, 4])
  func linearTicksAreEvenlySpaced(rows: Int, dotsPerRow: Int) {
    for top in [0.93, 1, 4.9, 37, 2e-5, 8e7] {
      for bottom in [0, 0.21 * top, -0.4 * top] {
        let axis = PlotAxis.linear(bottom...top, rows: rows, dotsPerRow: dotsPerRow)
        let dots = Double(rows * dotsPerRow - 1)
        let places = axis.ticks.compactMap { axis.fraction(of: $0.value).map { $0 * dots } }
        #expect(places.count >= 2)
        for (one, two) in zip(places, places.dropFirst()) {
          let distance = (two - one) / Double(dotsPerRow)
          #expect(abs(distance - distance.rounded()) < 1e-6, "\(bottom) to \(top)")
        }
        #expect((axis.upper - axis.lower) / (top - bottom) < 2.6, "\(bottom) to \(top)")
      }
    }
  }

  /// An accuracy is never above 1 or below 0, and R2 never above 1, whatever the steps.
  @Test(arguments: 3...40)
  func anAxisStaysWithinItsBounds(rows: Int) {
    for (low, high) in [(0.2, 1), (0.05, 0.98), (0.93, 0.97), (1, 1), (0, 0), (0.6, 0.99)] {
      for bounds in [0...1, -Double.infinity...1] {
        let axis = PlotAxis.linear(
          low...high, within: bounds, rows: rows, dotsPerRow: 4, format: .share)
        #expect(axis.upper <= 1 && axis.lower >= bounds.lowerBound - 1e-9)
        #expect(axis.lower <= low + 1e-9 && axis.upper >= high - 1e-9)
        #expect(axis.ticks.count >= 2, "\(low) to \(high)")
      }
    }
  }

  @Test func linearAxesChangeByWholeStepsOnly() {
    let axes = (0..<100).map { index in
      PlotAxis.linear(0...(1 + 0.001 * Double(index)), rows: 10)
    }
    #expect(Set(axes).count <= 2)
  }

  @Test func logarithmicAxesEndAtOneTwoOrFive() {
    let axis = PlotAxis.logarithmic(0.097...3.4, maximumTicks: 6)
    #expect(abs(axis.lower - 0.05) < 1e-9 && abs(axis.upper - 5) < 1e-9)
    expectNoDifference(
      PlotAxis.logarithmic(0.1...3.1, maximumTicks: 4).ticks.map(\.label), ["0.1", "0.3", "1", "3"])
    expectNoDifference(
      PlotAxis.logarithmic(1e-9...1e3, maximumTicks: 5).ticks.map(\.label),
      ["1e-9", "1e-6", "0.001", "1", "1000"])
  }

  @Test func logarithmicAxesHaveNoPlaceForZero() {
    let axis = PlotAxis.logarithmic(1...100, maximumTicks: 4)
    #expect(axis.fraction(of: 0) == nil)
    #expect(axis.fraction(of: -3) == nil)
    #expect(axis.fraction(of: 10).map { abs($0 - 0.5) < 1e-12 } == true)
    #expect(abs(axis.value(at: 0.5) - 10) < 1e-9)
  }

  @Test func progressGrowsByDoubling() {
    let ends = [0, 10, 11, 40, 41, 128, 641].map { value in
      PlotAxis.growing(to: value, maximumTicks: 5).upper
    }
    expectNoDifference(ends, [10, 10, 20, 40, 80, 160, 1280])
    expectNoDifference(
      PlotAxis.growing(to: 128, maximumTicks: 5).ticks.map(\.label),
      ["0", "40", "80", "120", "160"])
    #expect(PlotAxis.growing(to: 128, limit: 150, maximumTicks: 5).upper == 150)
    #expect(PlotAxis.growing(to: 200, limit: 150, maximumTicks: 5).upper == 320)
  }

  private static let numbers: [Double] = [
    0, 1, -1, 0.1, 1e-300, .leastNonzeroMagnitude, 1e300, -1e300, .greatestFiniteMagnitude,
    123_456.789, 1e9, 1e-9,
    .infinity, -.infinity, .nan, 100, 100.0000001,
  ]

  @Test(arguments: 2...12)
  func everyRangeGivesAUsableAxis(ticks: Int) {
    for first in Self.numbers {
      for second in Self.numbers {
        let range = PlotAxis.span(first, second)
        for axis in [
          PlotAxis.linear(range, rows: ticks),
          .linear(range, rows: ticks, dotsPerRow: 4, format: .percent),
          .linear(range, rows: ticks, dotsPerRow: 2, format: .share),
          .exact(range, maximumTicks: ticks), .logarithmic(range, maximumTicks: ticks),
          .growing(to: second, start: first, limit: 50, maximumTicks: ticks),
        ] {
          #expect(axis.lower < axis.upper, "\(first) to \(second)")
          #expect(axis.ticks.count <= ticks, "\(first) to \(second)")
          #expect(axis.ticks.allSatisfy { $0.value.isFinite && $0.label.count <= 12 })
          guard let range, abs(first) < 1e290, abs(second) < 1e290 else { continue }
          if !axis.isLogarithmic, axis.lower <= range.lowerBound, axis.upper >= range.upperBound {
            let fractions = [range.lowerBound, range.upperBound].compactMap(axis.fraction)
            #expect(fractions.allSatisfy { $0 > -0.001 && $0 < 1.001 })
          }
        }
        if let range, abs(first) < 1e290, abs(second) < 1e290 {
          let axis = PlotAxis.linear(range, rows: ticks)
          let tolerance = (axis.upper - axis.lower) * 1e-8
          #expect(axis.lower <= range.lowerBound + tolerance)
          #expect(axis.upper >= range.upperBound - tolerance)
        }
      }
    }
  }
}
