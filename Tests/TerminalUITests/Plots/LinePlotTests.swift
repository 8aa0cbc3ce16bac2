import CustomDump
import Testing

import TerminalUI

@Suite struct LinePlotTests {
  @Test func aSpikeAmongManyPointsIsDrawn() {
    var values = Array(repeating: 0.1, count: 20_000)
    values[12_345] = 1
    let screen = draw(Curve(values: values), count: 20_000)
    let top = (0..<40).filter { screen[$0, 0] != .blank }
    #expect(top.count == 1)
    #expect(abs((top.first ?? 0) - 40 * 12_345 / 20_000) <= 1)
  }

  @Test func whatIsCutOffIsMarkedWithItsValue() {
    let plot = LinePlot(
      series: [
        .init(name: "", curve: Curve(values: [50] + Array(repeating: 0.5, count: 99)), role: .train)
      ],
      x: .exact(0...100, maximumTicks: 2), y: .exact(0...1, maximumTicks: 2))
    for (glyphs, mark) in [(GlyphSet.braille, "▴"), (.ascii, "^")] {
      var screen = Screen(size: Size(width: 40, height: 8))
      plot.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: glyphs)
      #expect(screen.text.contains("\(mark)50.0"))
    }
  }

  @Test func aGapStaysEmpty() {
    let values = (0..<100).map { (40..<60).contains($0) ? .nan : 0.5 }
    let screen = draw(Curve(values: values), count: 100)
    let empty = (0..<40).filter { x in (0..<3).allSatisfy { screen[x, $0] == .blank } }
    #expect(empty.count >= 6)
    #expect(empty.allSatisfy { (15...24).contains($0) })
  }

  @Test func onALogarithmicAxisWhatIsNotPositiveIsAGap() {
    let values = [1, 0.5, 0, -1, 0.5, 1]
    let curve = Curve(values: values)
    let screen = draw(
      curve, count: 6, y: .logarithmic(curve.positiveRange, maximumTicks: 2))
    #expect((14...24).allSatisfy { x in (0..<3).allSatisfy { screen[x, $0] == .blank } })
  }

  @Test func whatLiesBeyondTheAxisLeavesByTheEdge() {
    let screen = draw(
      Curve(values: [0.5, 1e300, 0.5, -1e300, 0.5]), count: 5,
      y: .exact(0...1, maximumTicks: 2))
    #expect((0..<3).allSatisfy { row in (0..<40).contains { screen[$0, row] != .blank } })
  }

  /// However the changes fall, labels stand whole, apart, and beside their own mark.
  @Test(arguments: 0..<60)
  func labelsOfChangesNeverOverlap(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int(state >> 33) % bound
    }
    let marks = (0..<random(9)).map { index in
      LinePlot.Mark(
        x: Double(random(100)),
        label: String(repeating: String(index), count: 1 + random(9)))
    }
    let plot = LinePlot(
      series: [], x: .exact(0...100, maximumTicks: 3), y: .exact(0...1, maximumTicks: 2),
      marks: marks)
    var screen = Screen(size: Size(width: 50, height: 8))
    plot.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: .ascii)
    let row = screen.text.split(separator: "\n", omittingEmptySubsequences: false)[0]
    for piece in row.split(separator: " ") {
      let labels = piece.split(separator: "v")
      // Two labels may stand back to back, each at a mark of its own.
      #expect(labels.count <= 1 || labels.count == 2 && piece.contains("vv"), "\(row)")
      for label in labels {
        #expect(piece.hasPrefix("\(label)v") || piece.hasSuffix("v\(label)"), "\(row)")
        #expect(marks.contains { $0.label == label }, "\(row)")
      }
    }
    #expect(!marks.isEmpty || row.isEmpty)
  }

  @Test func theNewestChangeIsLabelledFirst() {
    let plot = LinePlot(
      series: [], x: .exact(0...100, maximumTicks: 3), y: .exact(0...1, maximumTicks: 2),
      marks: (48...52).map { .init(x: Double($0), label: "change \($0)") })
    var screen = Screen(size: Size(width: 40, height: 8))
    plot.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: .braille)
    #expect(screen.text.contains("▾change 52"))
  }

  /// A plot of one curve without numbers: three rows of forty columns.
  private func draw(_ curve: Curve, count: Int, y: PlotAxis? = nil) -> Screen {
    let plot = LinePlot(
      series: [.init(name: "", curve: curve, role: .train)],
      x: .exact(1...Double(count), maximumTicks: 2),
      y: y ?? .exact(0...1, maximumTicks: 2))
    // The numbers at the left and the column of air at the right are off the screen.
    let numbers = (plot.y.ticks.map(\.label.count).max() ?? 0) + 2
    let area = Rect(x: -numbers, y: 0, width: numbers + 41, height: 3)
    var screen = Screen(size: Size(width: 40, height: 3))
    plot.draw(into: &screen, in: area, theme: .dark, glyphs: .braille)
    return screen
  }
}
