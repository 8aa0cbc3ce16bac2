import TerminalUI
import Testing

@testable import CursesBackend

struct ColourDecisionTests {
  struct Case: CustomTestStringConvertible {
    var variables: [String: String]
    var colours = 256
    var isExact = false
    var forced: ColourDepth?
    let expected: ColourDepth
    var testDescription: String { "\(variables.sorted { $0.key < $1.key }) \(colours)" }
  }

  @Test(arguments: [
    Case(variables: ["TERM": "xterm-256color"], expected: .colours256),
    Case(variables: ["TERM": "xterm-256color", "COLORTERM": "truecolor"], expected: .trueColour),
    Case(variables: ["TERM": "xterm", "COLORTERM": "24bit"], colours: 8, expected: .trueColour),
    Case(variables: ["TERM": "xterm-256color", "COLORTERM": "yes"], expected: .colours256),
    Case(
      variables: ["TERM": "xterm-direct"], colours: 0x1000000, isExact: true, expected: .trueColour),
    Case(variables: ["TERM": "screen", "TMUX": "/s,1,0"], colours: 8, expected: .trueColour),
    Case(variables: ["TERM": "screen"], colours: 8, expected: .colours16),
    Case(
      variables: ["TERM": "screen-256color", "STY": "1.x", "COLORTERM": "truecolor"],
      expected: .colours256),
    Case(
      variables: ["TERM": "screen", "STY": "1.x", "TMUX": "/s,1,0"], colours: 8,
      expected: .trueColour),
    Case(variables: ["TERM": "linux", "COLORTERM": "truecolor"], colours: 8, expected: .colours16),
    Case(
      variables: ["TERM": "vt220", "COLORTERM": "truecolor"], colours: 0, expected: .monochrome),
    Case(variables: ["TERM": "vt100", "TMUX": "/s"], colours: 0, expected: .monochrome),
    Case(
      variables: ["TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"],
      expected: .monochrome),
    Case(variables: ["TERM": "xterm-256color", "NO_COLOR": ""], expected: .colours256),
    Case(
      variables: ["TERM": "xterm-256color", "NO_COLOR": "1"], forced: .colours16,
      expected: .colours16),
    Case(variables: ["TERM": "linux"], colours: 8, forced: .trueColour, expected: .trueColour),
  ])
  func decides(_ example: Case) {
    let depth = ColourDepth.decide(
      forced: example.forced, environment: TerminalEnvironment(example.variables),
      facts: ColourFacts(colours: example.colours, isExact: example.isExact))
    #expect(depth == example.expected)
  }

  @Test func fallsBackToWhatCursesDrives() {
    #expect(ColourDepth.trueColour.limited(to: 256) == .colours256)
    #expect(ColourDepth.trueColour.limited(to: 0x1000000) == .trueColour)
    #expect(ColourDepth.colours16.limited(to: 256) == .colours16)
    #expect(ColourDepth.colours256.limited(to: 8) == .colours16)
    #expect(ColourDepth.colours16.limited(to: 0) == .monochrome)
    #expect(ColourDepth.monochrome.limited(to: 256) == .monochrome)
  }
}
