import GoldenScreens
import Testing

@testable import TerminalUI

@Suite struct ImagePlotTests {
  private let size = Size(width: 4, height: 4)
  private let values = (0..<16).map { Double($0) - 6 }

  private func screen(
    _ width: Int, _ height: Int, _ ramp: ColourRamp, selected: Int? = 5, theme: Theme = .dark,
    glyphs: GlyphSet = .braille
  ) -> Screen {
    var screen = Screen(
      size: Size(width: width, height: height), fill: Cell(" ", style: theme[.background]))
    ImagePlot(size: size, values: values, ramp: ramp, selected: selected)
      .draw(into: &screen, in: screen.bounds, theme: theme, glyphs: glyphs)
    return screen
  }

  private var diverging: ColourRamp { .diverging(negative: .train, positive: .test, limit: 9) }

  @Test(arguments: GlyphSet.allCases)
  func images(glyphs: GlyphSet) {
    expectGolden(
      screen(16, 8, .sequential(.train, in: -6...9), glyphs: glyphs), "image-\(glyphs)")
    expectGolden(screen(16, 8, diverging, glyphs: glyphs), "image-difference-\(glyphs)")
    expectGolden(
      screen(16, 8, diverging, theme: Theme.dark.monochrome, glyphs: glyphs),
      "image-monochrome-\(glyphs)")
  }

  /// Two pixels to a cell: the upper one gives the background, the lower one the glyph's colour.
  @Test func everyPixelHasItsColour() {
    let theme = Theme.dark
    let ramp = ColourRamp.sequential(.train, in: -6...9)
    let screen = screen(4, 2, ramp, selected: nil)
    for (index, value) in values.enumerated() {
      let style = screen[index % 4, index / 8].style
      let shown = index / 4 % 2 == 0 ? style.background : style.foreground
      #expect(shown == ramp.colour(of: value, theme: theme))
    }
    #expect(screen[0, 0].style.background == theme.canvas)
    #expect(screen[3, 1].style.foreground == theme.colour(.train))
  }

  @Test func coloursDivergeFromZero() {
    let theme = Theme.dark
    #expect(diverging.colour(of: 0, theme: theme) == theme.canvas)
    #expect(diverging.colour(of: 9, theme: theme) == theme.colour(.test))
    #expect(diverging.colour(of: -900, theme: theme) == theme.colour(.train))
  }

  /// A legend goes from one end's colour through that of the middle to the other's.
  @Test func aRowShowsTheColours() {
    let theme = Theme.dark
    let row = diverging.row(from: -9, to: 9, cells: 7, theme: theme, glyphs: .braille)
    let shown = [row[0], row[3], row[6]].map(\.style.background)
    #expect(shown == [theme.colour(.train), theme.canvas, theme.colour(.test)])
    let ascii = diverging.row(from: -9, to: 9, cells: 7, theme: theme, glyphs: .ascii)
    #expect(ascii.map(\.text).joined() == "%=- :*@")
  }

  @Test func theSelectedPixelIsMarked() {
    let theme = Theme.dark
    let large = screen(16, 8, diverging, selected: 5)
    let accents = large.cells.filter {
      [$0.style.foreground, $0.style.background].contains(theme.colour(.accent))
    }
    // A frame around the pixel, which shows through in its middle.
    #expect(!accents.isEmpty && accents.count < 12)
    #expect(
      screen(16, 8, diverging, selected: 5, glyphs: .ascii).text.filter { $0 == "[" }.count == 2)
  }

  /// However small the pixels, the colour of the selected one is seen, with the frame around it.
  @Test(arguments: [(4, 2), (8, 4), (16, 8)])
  func theSelectedPixelKeepsItsColour(width: Int, height: Int) {
    let theme = Theme.dark
    let ramp = ColourRamp.sequential(.train, in: -6...9)
    let screen = screen(width, height, ramp, selected: 5)
    let own = ramp.colour(of: values[5], theme: theme)
    func shows(_ colour: Colour) -> Int {
      screen.cells.count { [$0.style.foreground, $0.style.background].contains(colour) }
    }
    #expect(shows(own) > 0)
    #expect(shows(theme.colour(.accent)) > 0)
  }

  @Test func anImageStandsInTheMiddleAsLargeAsFits() {
    func cells(_ width: Int, _ height: Int) -> Size {
      ImagePlot.cells(
        of: size, in: Size(width: width, height: height), theme: .dark, glyphs: .braille)
    }
    #expect(cells(11, 6) == Size(width: 8, height: 4))
    #expect(cells(15, 20) == Size(width: 15, height: 8))
    let screen = screen(12, 6, .sequential(.train, in: -6...9), selected: nil)
    let shown = (0..<6).map { y in (0..<12).filter { screen[$0, y].scalar != " " } }
    #expect(
      shown == [
        Array(0..<12), Array(0..<12), Array(0..<12), Array(0..<12), Array(0..<12), Array(0..<12),
      ])
    let wide = self.screen(20, 4, .sequential(.train, in: -6...9), selected: nil)
    #expect((0..<20).filter { wide[$0, 2].scalar != " " } == Array(6..<14))
  }

  @Test func anImageThatIsTooLargeIsMadeSmaller() {
    let cells = ImagePlot.cells(
      of: Size(width: 28, height: 28), in: Size(width: 14, height: 30), theme: .dark,
      glyphs: .braille)
    #expect(cells == Size(width: 14, height: 7))
  }
}
