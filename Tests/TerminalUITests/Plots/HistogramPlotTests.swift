import Testing

@testable import TerminalUI

@Suite struct HistogramPlotTests {
  private let theme = Theme.dark

  @Test func eachPartHasItsColour() {
    let screen = draw([1, 0.5, 0], [0, 0.5, 1])
    let bottom = screen.size.height - 2
    let colours = [theme.colour(.trainFill), theme.colour(.overlap), theme.colour(.testFill)]
    let row = (0..<screen.size.width).map { screen[$0, bottom].style.foreground }
    for colour in colours { #expect(row.contains(colour)) }
  }

  @Test func heightsAreSharesNotCounts() {
    let small = HistogramPlot.Sample(name: "a", counts: [1, 3], role: .trainFill)
    let large = HistogramPlot.Sample(name: "b", counts: [1000, 3000], role: .testFill)
    #expect(small.shares == large.shares)
    #expect(HistogramPlot.Sample(name: "", counts: [0, 0], role: .test).shares == [0, 0])
    #expect(HistogramPlot.Sample(name: "", counts: [-4, 4], role: .test).shares == [0, 1])
  }

  /// More bins than columns: the highest of those that share a column is shown.
  @Test func noBinIsLostWhenTheyAreTooMany() {
    var shares = Array(repeating: 0.0, count: 400)
    shares[217] = 1
    let screen = draw(shares, Array(repeating: 0, count: 400))
    #expect(screen.cells.contains { $0.scalar == "█" })
  }

  @Test func legendShowsTheTexturesWithoutColour() {
    let plot = plot([1], [1])
    let text = plot.legend(theme: theme, glyphs: .ascii).flatMap(\.spans).map(\.text).joined()
    #expect(text == "* train+ test# both")
    let colour = plot.legend(theme: theme, glyphs: .braille).flatMap(\.spans).map(\.text).joined()
    #expect(colour == "█ train█ test█ both")
    let shades = plot.legend(theme: theme.monochrome, glyphs: .braille).flatMap(\.spans)
    #expect(shades.map(\.text).joined() == "░ train█ test─ train inside")
  }

  /// In every form, with every set of glyphs and without colour, a bar of a thousandth is seen.
  @Test(arguments: [GlyphSet.braille, .block, .ascii], HistogramPlot.Form.bars)
  func whatIsAboveNothingLeavesATrace(glyphs: GlyphSet, form: HistogramPlot.Form) {
    func filled(_ low: Double, inReference: Bool) -> Int {
      let (full, other) = ([0.999, 0, low], [0, 0, 0.0])
      var screen = Screen(size: Size(width: 40, height: 10))
      var plot = inReference ? plot(full, other) : plot(other, full)
      plot.form = form
      plot.draw(into: &screen, in: screen.bounds, theme: theme.monochrome, glyphs: glyphs)
      return (0..<9).reduce(0) { sum, y in
        sum + (28..<40).count { screen[$0, y].scalar != " " }
      }
    }
    for inReference in [true, false] {
      // The numbers of the axes are the same with and without the low bar.
      let numbers = filled(0, inReference: inReference)
      #expect(filled(0.001, inReference: inReference) >= numbers + 10)
    }
  }

  /// Without colour bars are as fine as with it, and the reference shows inside of a higher bar.
  @Test func barsWithoutColourHaveEighths() {
    var heights: Set<Unicode.Scalar> = []
    for eighths in 1...8 {
      var screen = Screen(size: Size(width: 1, height: 1))
      OverlaidColumn(
        reference: 0, current: Double(eighths) / 8, referenceStyle: .plain, currentStyle: .plain,
        overlapStyle: .plain, marking: .shades
      ).draw(into: &screen, in: screen.bounds, glyphs: .braille)
      heights.insert(screen[0, 0].scalar)
    }
    #expect(heights.count == 8)
    var screen = Screen(size: Size(width: 1, height: 4))
    OverlaidColumn(
      reference: 0.4, current: 1, referenceStyle: .plain, currentStyle: .plain,
      overlapStyle: .plain, marking: .shades
    ).draw(into: &screen, in: screen.bounds, glyphs: .braille)
    #expect((0..<4).map { screen[0, $0].style.attributes } == [[], [], .reverse, []])
  }

  private func plot(_ reference: [Double], _ current: [Double]) -> HistogramPlot {
    HistogramPlot(
      edges: (0...reference.count).map { Double($0) },
      reference: .init(name: "train", shares: reference, role: .trainFill),
      current: .init(name: "test", shares: current, role: .testFill))
  }

  private func draw(_ reference: [Double], _ current: [Double]) -> Screen {
    var screen = Screen(size: Size(width: 40, height: 10))
    plot(reference, current).draw(
      into: &screen, in: screen.bounds, theme: theme, glyphs: .braille)
    return screen
  }
}

extension HistogramPlot.Form {
  /// The forms that draw bars.
  fileprivate static let bars = [Self.overlay, .mirrored, .difference]
}
