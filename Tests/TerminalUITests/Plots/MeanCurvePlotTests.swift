import GoldenScreens
import Testing

@testable import TerminalUI

@Suite struct MeanCurvePlotTests {
  private var plot: MeanCurvePlot {
    func sample(_ name: String, _ role: ThemeRole, from start: Double, by slope: Double)
      -> MeanCurvePlot.Sample
    {
      .init(
        name: name,
        points: (1...12).map {
          .init(place: Double($0), mean: start + slope * Double($0), spread: 2 + Double($0) / 4)
        }, role: role)
    }
    return MeanCurvePlot(
      reference: sample("train", .trainFill, from: 4, by: 0.5),
      current: sample("test", .testFill, from: 14, by: -0.4))
  }

  @Test(arguments: GlyphSet.allCases)
  func curves(glyphs: GlyphSet) {
    for (name, theme) in [("colour", Theme.dark), ("monochrome", Theme.dark.monochrome)] {
      var screen = Screen(
        size: Size(width: 56, height: 14), fill: Cell(" ", style: theme[.background]))
      plot.draw(into: &screen, in: screen.bounds, theme: theme, glyphs: glyphs)
      expectGolden(screen, "mean-curves-\(name)-\(glyphs)")
    }
  }

  /// The mark of a place stands above the field: what is drawn at that place stays as it is.
  @Test func aMarkHidesNothing() {
    func draw(_ mark: LinePlot.Mark?) -> Screen {
      var plot = plot
      plot.mark = mark
      var screen = Screen(size: Size(width: 56, height: 14))
      plot.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: .braille)
      return screen
    }
    let (plain, marked) = (draw(nil), draw(.init(x: 5, label: "step 5")))
    for y in 1..<14 { for x in 0..<56 { #expect(marked[x, y] == plain[x, y]) } }
    #expect(marked.text.split(separator: "\n").first?.contains("▾step 5") == true)
  }

  @Test func aBandIsStraightBetweenPoints() {
    let sample = MeanCurvePlot.Sample(
      name: "", points: [.init(place: 1, mean: 2, spread: 1), .init(place: 3, mean: 6, spread: 3)],
      role: .trainFill)
    #expect(sample.band(at: 1) == 1...3)
    #expect(sample.band(at: 2) == 2...6)
    #expect(sample.band(at: 3) == 3...9)
    #expect(sample.band(at: 0.5) == nil)
    #expect(sample.band(at: 3.5) == nil)
  }
}
