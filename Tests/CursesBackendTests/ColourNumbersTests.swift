import TerminalUI
import Testing

@testable import CursesBackend

struct ColourNumbersTests {
  @Test func exactColoursAreNumbersOfTheirBytes() {
    var numbers = ColourNumbers(depth: .trueColour, colours: 0x1000000)
    let look = numbers.look(of: Style(foreground: .rgb(30, 144, 255), background: .ansi(4)))
    #expect(look.foreground == 0x1E90FF)
    #expect(look.background == 4)
  }

  @Test func exactColoursNeverBecomeThePalettes() {
    var numbers = ColourNumbers(depth: .trueColour, colours: 0x1000000)
    for blue in UInt8(0)..<16 {
      #expect(numbers.look(of: Style(foreground: .rgb(0, 0, blue))).foreground == 0x000100)
    }
    #expect(numbers.look(of: Style(foreground: .rgb(0, 0, 16))).foreground == 16)
  }

  @Test(arguments: ColourDepth.allCases) func theTerminalsOwnColoursStay(depth: ColourDepth) {
    var numbers = ColourNumbers(depth: depth, colours: 256)
    let look = numbers.look(of: .plain)
    #expect(look == ColourNumbers.Look(foreground: -1, background: -1, attributes: []))
  }

  @Test func withoutColoursOnlyAttributesAreLeft() {
    var numbers = ColourNumbers(depth: .monochrome, colours: 0)
    let look = numbers.look(
      of: Style(foreground: .rgb(1, 2, 3), background: .ansi(9), attributes: [.bold, .reverse]))
    #expect(
      look == ColourNumbers.Look(foreground: -1, background: -1, attributes: [.bold, .reverse]))
  }

  @Test func withEightColoursBoldIsBright() {
    var eight = ColourNumbers(depth: .colours16, colours: 8)
    let look = eight.look(of: Style(foreground: .ansi(12), background: .ansi(9)))
    #expect(look == ColourNumbers.Look(foreground: 4, background: 1, attributes: .bold))
    var sixteen = ColourNumbers(depth: .colours16, colours: 16)
    #expect(sixteen.look(of: Style(foreground: .ansi(12))).foreground == 12)
  }

  @Test(arguments: [8, 16]) func darkGreyTextStaysVisible(colours: Int) {
    var numbers = ColourNumbers(depth: .colours16, colours: colours)
    for grey in UInt8(64)...90 {
      #expect(numbers.look(of: Style(foreground: .rgb(grey, grey, grey))).foreground != 0)
    }
  }

  @Test func anyNumberOfStylesIsTranslatedAlike() {
    var numbers = ColourNumbers(depth: .trueColour, colours: 0x1000000)
    for value in 0..<10_000 {
      let style = Style(foreground: .rgb(7, UInt8(value / 256), UInt8(value % 256)))
      #expect(numbers.look(of: style).foreground == Int32(7 << 16 | value))
    }
  }
}
