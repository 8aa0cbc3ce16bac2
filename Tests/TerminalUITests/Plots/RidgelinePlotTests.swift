import Foundation
import GoldenScreens
import Testing

@testable import TerminalUI

@Suite struct RidgelinePlotTests {
  /// Two hills that meet as the rows go on, with a spike at 0.
  private func plot(rows: Int) -> RidgelinePlot {
    func shares(mean: Double, deviation: Double, spike: Double) -> [Double] {
      let hill = (0..<48).map { exp(-pow((Double($0) / 4.8 - mean) / deviation, 2) / 2) }
      let total = hill.reduce(0, +)
      return hill.enumerated().map { $1 / total * (1 - spike) + ($0 == 2 ? spike : 0) }
    }
    return RidgelinePlot(
      edges: (0...48).map { Double($0) / 4.8 },
      rows: (0..<rows).map { row in
        let age = Double(row) / Double(max(1, rows - 1))
        return .init(
          label: "\(20 * row)", note: ".\(90 - row)",
          reference: shares(mean: 2.5 + age, deviation: 0.9 - 0.3 * age, spike: 0.12),
          current: shares(mean: 6.8 - 3 * age, deviation: 1.5 - 0.7 * age, spike: 0.03))
      }, headings: ("epoch", "KS"), reference: .trainFill, current: .testFill)
  }

  private func screen(
    _ width: Int, _ height: Int, rows: Int, theme: Theme = .dark, glyphs: GlyphSet = .braille
  ) -> Screen {
    var screen = Screen(
      size: Size(width: width, height: height), fill: Cell(" ", style: theme[.background]))
    plot(rows: rows).draw(into: &screen, in: screen.bounds, theme: theme, glyphs: glyphs)
    return screen
  }

  @Test(arguments: GlyphSet.allCases)
  func ridges(glyphs: GlyphSet) {
    expectGolden(screen(56, 16, rows: 6, glyphs: glyphs), "ridges-\(glyphs)")
    expectGolden(
      screen(56, 16, rows: 6, theme: Theme.dark.monochrome, glyphs: glyphs),
      "ridges-monochrome-\(glyphs)")
  }

  @Test func ridgesInSixteenColours() {
    expectGolden(
      screen(56, 14, rows: 8, theme: Theme.dark.adapted(to: .colours16)), "ridges-16-colours")
  }

  @Test func labelsStandAtTheFeetInOrder() {
    let lines = screen(60, 20, rows: 6).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let found = ["0", "20", "40", "60", "80", "100"].map { label in
      lines.firstIndex { $0.prefix(7).trimmingCharacters(in: .whitespaces) == label }
    }
    #expect(!found.contains(nil))
    #expect(found.compactMap(\.self) == found.compactMap(\.self).sorted())
    #expect(lines.first?.contains("epoch") == true && lines.first?.contains("KS") == true)
  }

  @Test(arguments: 6...30)
  func headingsHaveARowToThemselves(height: Int) {
    for (theme, glyphs) in [(Theme.dark, GlyphSet.braille), (.dark.monochrome, .ascii)] {
      let rows = RidgelinePlot.rowsThatFit(height: height, glyphs: glyphs)
      let screen = screen(60, height, rows: rows, theme: theme, glyphs: glyphs)
      let first = screen.text.split(separator: "\n", omittingEmptySubsequences: false)[0]
      #expect(first.split(separator: " ") == ["epoch", "KS"])
    }
  }

  /// While room is kept for more, a new ridge leaves those above it as they are.
  @Test func aGrowingPlotFillsUpDownwards() {
    func cells(_ rows: Int) -> [Cell] {
      var screen = Screen(size: Size(width: 60, height: 20))
      var plot = plot(rows: 6)
      plot.rows = Array(repeating: plot.rows[0], count: rows)
      plot.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: .braille)
      return screen.cells
    }
    // The third ridge reaches as high as the fifth row below the headings.
    #expect(cells(2).prefix(60 * 5) == cells(3).prefix(60 * 5))
    #expect(cells(2) != cells(3))
  }

  /// A tail that comes and goes moves nothing sideways, and a little more height alters no scale.
  @Test func smallChangesLeaveTheRestAsItIs() {
    let before = plot(rows: 4)
    var after = before
    after.rows[3].current[40] = 0.0011
    after.rows[3].current = after.rows[3].current.map { $0 * 1.01 }
    func cells(_ plot: RidgelinePlot) -> ArraySlice<Cell> {
      var screen = Screen(size: Size(width: 60, height: 20))
      plot.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: .braille)
      return screen.cells.prefix(60 * 10)
    }
    #expect(cells(before) == cells(after))
  }

  /// A ridge hides what is behind it: at its own foot no older ridge shows.
  @Test func theNewestRidgeStandsInFront() {
    let paints = RidgePaints(reference: .trainFill, current: .testFill, rows: 3, theme: .dark)
    let old = paints.paint(.reference, row: 0, depth: 0)
    let new = paints.paint(.reference, row: 2, depth: 0)
    #expect(old != new)
    let cell = paints.colours.cell([new, new, new, old, old, old, old, old][...])
    #expect(cell?.scalar == "▃")
    #expect(cell?.style.foreground != cell?.style.background)
  }

  @Test func aCellWithoutARidgeIsLeftAlone() {
    let paints = RidgePaints(reference: .trainFill, current: .testFill, rows: 1, theme: .dark)
    #expect(paints.colours.cell(Array(repeating: LevelColours.none, count: 8)[...]) == nil)
    #expect(paints.colours.cell(Array(repeating: 1, count: 8)[...])?.scalar == "█")
  }

  /// A unit that is mostly 0 has one bin that towers over the rest, which must stay visible.
  @Test func aSpikeDoesNotFlattenTheRest() {
    var row = plot(rows: 1).rows[0]
    row.reference[2] = 0.9
    let profile = RidgeProfile(rows: [row], bins: 0..<48)
    #expect(profile.heights(ofRow: 0, column: 2, of: 48).reference == 1)
    #expect(profile.heights(ofRow: 0, column: 12, of: 48).reference > 0.2)
  }

  @Test(arguments: 1...80)
  func asManyRowsAsFitStayApart(height: Int) {
    for glyphs in GlyphSet.allCases {
      let rows = RidgelinePlot.rowsThatFit(height: height, glyphs: glyphs)
      let range = RidgeRange(count: rows, height: RidgelinePlot.fieldRows(height: height))
      #expect(range.spacing >= 1)
      #expect(rows >= 1)
      if height >= 7 { #expect(rows >= 3) }
      if height >= 8 { #expect(range.foot(of: 0) + 2 <= height) }
    }
  }
}
