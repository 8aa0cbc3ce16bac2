import PseudoTerminal
import Testing

/// Keys and pastes through a real pseudo-terminal.
struct KeysOnTerminalTests {
  @Test(arguments: ["xterm-256color", "linux", "vt100", "screen"])
  func keysArriveInAllForms(_ type: String) throws {
    let terminal = try probe(on: type)
    terminal.send("a\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[5~\u{1B}[Z\u{3}é")
    for name in ["a", "up", "down", "right", "page-up", "shift-tab", "ctrl-C", "é"] {
      #expect(terminal.waitForText("<\(name)>"), "\(name)")
    }
  }

  @Test func aLoneEscapeArrivesAndSwallowsNothing() throws {
    let terminal = try probe()
    terminal.send("\u{1B}")
    #expect(terminal.waitForText("<esc>"))
    terminal.settle()
    terminal.send("[")
    #expect(terminal.waitForText("<[>"))
  }

  @Test func aPasteIsOneEvent() throws {
    let terminal = try probe()
    #expect(terminal.screen.modes.contains(2004))
    terminal.send("\u{1B}[200~q2}r\u{1B}[201~x")
    #expect(terminal.waitForText("<paste 4 q2}r>"))
    #expect(terminal.waitForText("<x>"))
    #expect(!terminal.hasEnded)
  }
}
