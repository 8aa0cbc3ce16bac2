import PseudoTerminal
import Testing

/// The colours that are sent to a real pseudo-terminal.
struct ColoursOnTerminalTests {
  private func renditions(_ terminal: PseudoTerminal) -> [String] {
    terminal.send("C")
    _ = terminal.waitForText("reverse")
    terminal.settle()
    return terminal.screen.renditions
  }

  @Test(arguments: ["xterm-256color", "xterm", "tmux-256color"])
  func exactColoursAreSentAsTheyAre(_ type: String) throws {
    let sent = renditions(try probe(on: type, environment: ["COLORTERM": "truecolor"]))
    #expect(sent.contains("38;2;30;144;255"))
    #expect(sent.contains("48;2;10;60;20"))
    // Exact colours below 16 must not turn into the palette's.
    #expect(sent.contains("38;2;0;1;0"))
    #expect(sent.contains("32"))
    #expect(sent.contains("94"))
  }

  @Test func theNearestOf256IsSentOtherwise() throws {
    let sent = renditions(try probe())
    #expect(sent.contains("38;5;33"))
    #expect(!sent.contains { $0.contains("38;2") || $0.contains("48;2") })
  }

  @Test func screenGetsNoExactColours() throws {
    let sent = renditions(
      try probe(on: "screen-256color", environment: ["COLORTERM": "truecolor", "STY": "1.pts"]))
    #expect(!sent.contains { $0.contains("38;2") })
    #expect(sent.contains("38;5;33"))
  }

  @Test func withoutColoursNoneIsSent() throws {
    let sent = renditions(try probe(environment: ["NO_COLOR": "1"]))
    #expect(!sent.contains { $0.contains("38") || $0.contains("48") || $0 == "32" })
    #expect(sent.contains { $0.split(separator: ";").contains("7") })
  }

  @Test func depthCanBeForced() throws {
    let exact = renditions(try probe("--colours", "trueColour"))
    #expect(exact.contains("38;2;30;144;255"))
    let indexed = renditions(
      try probe(on: "xterm", ["--colours", "colours256"], environment: ["COLORTERM": "truecolor"]))
    #expect(indexed.contains("38;5;33"))
  }

  @Test(arguments: ["xterm-256color", "rxvt-unicode-256color", "linux"])
  func thePaletteIsLeftAlone(_ type: String) throws {
    let terminal = try probe(on: type)
    _ = renditions(terminal)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    let sent = String(decoding: terminal.output, as: UTF8.self)
    // OSC 4 and 104 of xterm, OSC P and R of the Linux console.
    #expect(!sent.contains("\u{1B}]"))
  }
}

private func probe(_ arguments: String..., environment: [String: String] = [:]) throws
  -> PseudoTerminal
{
  try probe(on: "xterm-256color", arguments, environment: environment)
}
