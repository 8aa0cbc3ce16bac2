import SeededRandom
import TerminalUI
import Testing

@Suite struct LinePlotNamesTests {
  /// Three ends in one row, and a fourth curve that goes on above them.
  @Test func namesStandInTheOrderOfTheirEndsAndCoverNoCurve() {
    let plot = LinePlot(
      series: [
        .init(name: "run 1", curve: Curve(values: Array(repeating: 0.62, count: 60)), role: .ghost),
        .init(name: "train", curve: Curve(values: [0.1, 0.501]), role: .train, priority: 1),
        .init(name: "val", curve: Curve(values: [0.1, 0.502]), role: .validation, priority: 2),
        .init(name: "test", curve: Curve(values: [0.1, 0.503]), role: .test, priority: 3),
      ], x: .exact(0...60, maximumTicks: 3), y: .exact(0...1, maximumTicks: 2))
    for glyphs in GlyphSet.allCases {
      var screen = Screen(size: Size(width: 60, height: 14))
      plot.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: glyphs)
      var nameless = plot
      for index in nameless.series.indices { nameless.series[index].name = "" }
      nameless.series[0].name = "     "
      var curves = Screen(size: screen.size)
      nameless.draw(into: &curves, in: curves.bounds, theme: .dark, glyphs: glyphs)
      for y in 0..<14 {
        for x in 0..<60 where curves[x, y].scalar != " " {
          #expect(screen[x, y].scalar == curves[x, y].scalar, "\(screen.text)")
        }
      }
      let rows = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
      let places = ["test", "val", "train"].map { name in
        rows.firstIndex { $0.contains(name) } ?? -1
      }
      #expect(places == places.sorted() && !places.contains(-1), "\(screen.text)")
    }
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
        ], x: .exact(0...100, maximumTicks: 3),
        y: .linear(0...1, rows: 10, dotsPerRow: glyphs.dotsPerCell.height))
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
      x: .exact(0...2, maximumTicks: 2), y: .exact(0...1, maximumTicks: 2))
    var screen = Screen(size: Size(width: 22, height: 8))
    plot.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: .braille)
    #expect(!screen.text.contains("train"))
  }
}
