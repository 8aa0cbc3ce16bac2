import Testing

@testable import CursesBackend

struct CursesErrorTests {
  @Test func messagesAreOneLineAndClean() {
    let errors: [CursesError] = [
      .notATerminal, .unusableTerminal(type: "a\u{1B}[31m\nb"), .noResources(code: 24),
    ]
    for error in errors {
      let message = "\(error)"
      #expect(message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    }
    #expect("\(CursesError.unusableTerminal(type: "dumb"))".contains("\"dumb\""))
  }

  @Test func tellsATerminalThatCannotShowAScreenFromAnUnknownOne() throws {
    #expect(throws: CursesError.unusableTerminal(type: "dumb")) { try TerminalEntry(named: "dumb") }
    #expect(try TerminalEntry(named: "no-such-terminal").name == "xterm-256color")
    #expect(try TerminalEntry(named: "").name == "xterm-256color")
    #expect(try TerminalEntry(named: "vt100").colours == ColourFacts(colours: 0, isExact: false))
  }
}
