import CustomDump
import Foundation
import Testing

import TerminalUI

@Suite struct CurveTests {
  @Test func keepsEverySpikeHoweverLong() {
    var curve = Curve()
    let count = 50_000
    for index in 1...count { curve.append(x: Double(index), y: index == 31_337 ? 9 : 1) }
    #expect(curve.bins.count <= Curve.maximumBins)
    #expect(curve.bins.contains { $0.maximum == 9 })
    #expect(curve.points.count == count)
    #expect(curve.range == 1...9)
    #expect(curve.bins.first?.start == 1 && curve.bins.last?.end == Double(count))
  }

  @Test func fullBinsNeverChange() {
    var curve = Curve()
    for index in 1...20_000 { curve.append(x: Double(index), y: sin(Double(index))) }
    let before = curve
    for index in 20_001...21_000 { curve.append(x: Double(index), y: cos(Double(index))) }
    expectNoDifference(
      Array(curve.bins.prefix(before.bins.count - 1)), Array(before.bins.dropLast()))
  }

  @Test func binsHoldWhatFallsIntoThem() throws {
    let values = (1...30_000).map { Double($0 * 7919 % 1013) }
    let curve = Curve(values: values)
    for bin in curve.bins {
      let inside = values[(Int(bin.start) - 1)..<Int(bin.end)]
      #expect(bin.minimum == inside.min() && bin.maximum == inside.max())
      #expect(bin.first == inside.first && bin.last == inside.last)
    }
    #expect(curve.bins.map { Int($0.end - $0.start) + 1 }.reduce(0, +) == values.count)
  }

  @Test func whatIsNotFiniteLeavesAGap() {
    let curve = Curve(values: [1, .nan, 2, .infinity, -.infinity, 3, 4])
    expectNoDifference(curve.bins.map(\.followsGap), [false, true, true, false])
    expectNoDifference(curve.points.map(\.x), [1, 3, 6, 7])
    #expect(curve.last == 4)
  }

  /// The moving average of 4, 2, 6 with weight 0.5: 4; (0.25 * 4 + 0.5 * 2) / 0.75; and so on.
  @Test func smoothsWithoutBiasTowardsTheStart() {
    var curve = Curve(values: [4, 2, 6], smoothing: 0.5)
    let expected = [4, (0.25 * 4 + 0.5 * 2) / 0.75, (0.125 * 4 + 0.25 * 2 + 0.5 * 6) / 0.875]
    for (bin, value) in zip(curve.bins, expected) { #expect(abs(bin.last - value) < 1e-12) }
    #expect(curve.last == 6)
    curve.smooth(by: 0)
    expectNoDifference(curve.bins.map(\.last), [4, 2, 6])
    curve.smooth(by: .nan)
    #expect(curve.smoothing == 0)
  }

  @Test func smoothingAConstantLeavesItAlone() {
    let curve = Curve(values: Array(repeating: 0.3, count: 500), smoothing: 0.97)
    #expect(curve.bins.allSatisfy { abs($0.last - 0.3) < 1e-12 })
  }

  @Test func smoothingComesBeforeBinning() {
    let values = (0..<10_000).map { Double($0 % 2) }
    var late = Curve(values: values)
    late.smooth(by: 0.9)
    expectNoDifference(late, Curve(values: values, smoothing: 0.9))
    #expect(late.bins.dropFirst(50).allSatisfy { abs($0.maximum - 0.5) < 0.06 })
  }

  @Test func knowsThePositiveRange() {
    #expect(Curve(values: [-1, 0, 0.5, 2]).positiveRange == 0.5...2)
    #expect(Curve(values: [-1, 0]).positiveRange == nil)
    #expect(Curve().range == nil)
  }
}

extension CurveTests {
  @Test func aSpikeDoesNotSetTheScale() {
    let falling = Curve(values: [50, 12] + Array(repeating: 0.5, count: 98))
    #expect(Curve.rangeWithoutSpikes([falling]) == 0.5...0.5)
    // A steady fall is shown whole: of 1 / (1 + x / 10) over 200 epochs 5 % lie above 1/2.
    let steady = Curve(values: (0..<200).map { 1 / (1 + Double($0) / 10) })
    #expect(Curve.rangeWithoutSpikes([steady]) == steady.range)
    #expect(Curve.rangeWithoutSpikes([Curve(values: [9, 1, 1])]) == 1...9)
    #expect(Curve.rangeWithoutSpikes([]) == nil)
  }
}
