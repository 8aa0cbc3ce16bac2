import Runs
import Shift
import TerminalUI
import Testing

@testable import Dashboard

/// Axes that stay while what they show changes a little.
@Suite struct ScaleTests {
  private func ranges(
    _ tops: [Double], within bounds: ClosedRange<Double> = 0...1
  ) -> [ClosedRange<Double>?] {
    var range = SteadyRange<Int>()
    return tops.map {
      range.cover(0...$0, within: bounds, of: 1)
      return range.range(of: 1)
    }
  }

  @Test func aRangeGrowsAtOnceAndShrinksLate() {
    #expect(ranges([0.4, 0.39, 0.21, 0.4]) == [0...0.4, 0...0.4, 0...0.4, 0...0.4])
    #expect(ranges([0.4, 0.19]) == [0...0.4, 0...0.19])
    // With an eighth in reserve, but not beyond what there can be.
    #expect(
      ranges([0.5, 1, 1.1, 1.75], within: 0...1.75) == [0...0.5, 0...1.125, 0...1.125, 0...1.75])
  }

  @Test func anotherSubjectBeginsAnew() {
    var range = SteadyRange<Int>()
    range.cover(0...1, within: 0...1, of: 1)
    range.cover(0...0.9, within: 0...1, of: 2)
    #expect(range.range(of: 1) == nil)
    #expect(range.range(of: 2) == 0...0.9)
  }

  /// A histogram whose highest bar goes up and down between looks keeps its axis.
  @Test func aHistogramKeepsItsAxis() throws {
    var scene = Scene.hidden()
    let observed = try #require(scene.state.model?.observed)
    let name = try #require(scene.state.selectedFeature?.drift.name)
    var shown: Set<Double> = []
    var needed: Set<Double> = []
    for high in [200, 260, 230, 300, 180, 240, 290, 170] {
      var next = observed
      let place = try #require(next.features.firstIndex { $0.drift.name == name })
      next.features[place].shape = .numeric(
        PairedHistogram(
          grid: HistogramGrid(lowerBound: 0, binWidth: 1, binCount: 3),
          reference: [high, 400 - high, 0], current: [100, 300 - 100, 100]))
      scene.look(observed: next)
      shown.insert(try #require(scene.state.largestShare))
      needed.insert(max(Double(high), 400 - Double(high)) / 400)
    }
    #expect(needed.count >= 6)
    #expect(shown.count <= 3)
    // What another form shows is another matter.
    let before = scene.state.largestShare
    scene.state.form = .cumulative
    scene.press("f")
    #expect(scene.state.shownForm == .overlay)
    scene.press("fff")
    #expect(scene.state.largestShare != before)
  }

  /// In 200 epochs, in which the accuracy rises by more than half, its axis changes a few times only.
  @Test func theAxisOfARunOnlyGrows() throws {
    var scene = Scene.training()
    scene.press("1")
    scene.takeEffect()
    var before = try #require(scene.state.scoreRange)
    var changes = 0
    for _ in 0..<200 {
      scene.train(epochs: 1)
      let range = try #require(scene.state.scoreRange)
      #expect(range.lowerBound <= before.lowerBound && range.upperBound >= before.upperBound)
      #expect(range.lowerBound >= 0 && range.upperBound <= 1)
      if range != before { changes += 1 }
      before = range
    }
    #expect(changes <= 4)
  }

  /// The plot is not smaller when its panel fills a screen that has no room for the table too.
  @Test(arguments: [
    Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 108, height: 30),
  ])
  func fullScreenMakesThePlotNoSmaller(size: Size) {
    var scene = Scene.training()
    func bars() -> Int {
      let screen = scene.screen(size)
      return (0..<size.width).count { x in
        (0..<size.height).contains { y in
          screen[x, y].scalar == "█" && screen[x, y].style.foreground == Theme.dark.colour(.overlap)
        }
      }
    }
    let before = bars()
    scene.press(.enter)
    #expect(bars() >= before && before > 0)
  }

  @Test func theTableStandsBelowOrBesideWhereThereIsRoom() {
    var scene = Scene.training()
    scene.press(.enter)
    for (size, isShown) in [
      (Size(width: 80, height: 24), false), (Size(width: 80, height: 50), true),
      (Size(width: 120, height: 36), true),
    ] { #expect(scene.screen(size).text.contains("Jensen-Shannon") == isShown, "\(size)") }
  }
}
