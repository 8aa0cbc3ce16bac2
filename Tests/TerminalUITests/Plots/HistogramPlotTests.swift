import Testing

import TerminalUI

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
