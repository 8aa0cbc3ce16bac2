import SeededRandom
import Testing

@testable import TerminalUI

@Suite struct LinePlotNamesTests {
  /// Rows are distinct, in order, within the field, and where there is room just those wanted.
  @Test(arguments: 0..<200)
  func rowsMoveApart(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let height = Int.random(in: 1...20, using: &random)
    let range = 5..<(5 + height)
    let wanted = (0..<Int.random(in: 0...min(6, height), using: &random))
      .map { _ in Int.random(in: range, using: &random) }.sorted()
    let rows = LinePlot.rowsApart(wanted, in: range)
    #expect(rows.count == wanted.count)
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
    #expect(rows.allSatisfy(range.contains))
    if Set(wanted).count == wanted.count { #expect(rows == wanted) }
  }

  @Test func coincidentNamesSpreadAroundTheirRow() {
    #expect(LinePlot.rowsApart([4, 4, 4], in: 0..<10) == [3, 4, 5])
    #expect(LinePlot.rowsApart([0, 0, 1], in: 0..<10) == [0, 1, 2])
    #expect(LinePlot.rowsApart([9, 9], in: 0..<10) == [8, 9])
  }

  /// At every moment of a run all the names stand whole, each once, in the order of their ends.
  @Test(arguments: GlyphSet.allCases)
  func everyNameIsSeenAtEveryEpoch(glyphs: GlyphSet) {
    var random = SeededGenerator(seed: 3)
    var curves = (train: Curve(), val: Curve(), test: Curve())
    for epoch in 1...100 {
      let x = Double(epoch)
      curves.train.append(x: x, y: Double.random(in: 0.9...1, using: &random))
      curves.val.append(x: x, y: Double.random(in: 0.85...1, using: &random))
      curves.test.append(x: x, y: Double.random(in: 0.2...1, using: &random))
      let plot = LinePlot(
        series: [
          .init(
            name: "run 1", curve: Curve(values: Array(repeating: 0.3, count: 100)), role: .ghost),
          .init(name: "train", curve: curves.train, role: .train, priority: 1),
          .init(name: "val", curve: curves.val, role: .validation, priority: 2),
          .init(name: "test", curve: curves.test, role: .test, priority: 3),
        ], x: .exact(0...100, maximumTicks: 3), y: .linear(0...1, maximumTicks: 3))
      var screen = Screen(size: Size(width: 40, height: 12))
      plot.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: glyphs)
      let rows = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
      var places: [String: Int] = [:]
      for name in ["train", "val", "test", "run 1"] {
        let found = rows.indices.filter { rows[$0].contains(name) }
        #expect(found.count == 1, "\(name) at epoch \(epoch): \(screen.text)")
        places[name] = found.first
      }
      let (train, test) = (curves.train.last ?? 0, curves.test.last ?? 0)
      if test < train - 0.2 {
        #expect(places["train"] ?? 0 < places["test"] ?? 0, "epoch \(epoch): \(screen.text)")
      }
    }
  }

  @Test func aNarrowPlotKeepsItsRoomForTheCurves() {
    let plot = LinePlot(
      series: [.init(name: "train", curve: Curve(values: [1, 0.5]), role: .train)],
      x: .exact(0...2, maximumTicks: 2), y: .linear(0...1, maximumTicks: 2))
    var screen = Screen(size: Size(width: 22, height: 8))
    plot.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: .braille)
    #expect(!screen.text.contains("train"))
  }
}
