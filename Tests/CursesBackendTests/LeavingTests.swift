import Glibc
import PseudoTerminal
import Testing

/// Every way out gives the terminal back.
struct LeavingTests {
  @Test(arguments: [(SIGTERM, 15), (SIGINT, 2), (SIGHUP, 1)] as [(Int32, Int32)])
  func signalsEndTheProgramProperly(_ signal: Int32, _ status: Int32) throws {
    let terminal = try probe()
    terminal.signal(signal)
    #expect(terminal.waitForEnd() == .exited(status))
    #expect(terminal.isGivenBack)
  }

  @Test(arguments: ["xterm-256color", "linux", "vt100"])
  func aTrapShowsItsReasonOnTheShellsScreen(_ type: String) throws {
    let terminal = try probe(on: type, rows: 80)
    terminal.send("T")
    #expect(isTrap(terminal.waitForEnd()))
    #expect(terminal.isGivenBack)
    #expect(terminal.screen.text.contains("Fatal error: trapped on purpose"))
  }

  @Test func aTrapInAnotherThreadWhileDrawingLeavesACleanScreen() throws {
    let terminal = try probe(columns: 120, rows: 80)
    terminal.send("A")
    #expect(terminal.wait { $0.screen.synchronizedUpdates > 20 })
    terminal.send("B")
    #expect(isTrap(terminal.waitForEnd()))
    #expect(terminal.isGivenBack)
    let text = terminal.screen.text
    #expect(text.contains("Fatal error: trapped in the background"))
    #expect(!text.contains("⣿") && !text.contains("█"))
  }

  @Test func aRequestedBacktraceComesOnTheShellsScreen() throws {
    let terminal = try probe(
      environment: ["SWIFT_BACKTRACE": "enable=yes,interactive=no,color=no"], rows: 80)
    terminal.send("T")
    #expect(isTrap(terminal.waitForEnd(seconds: 120)))
    #expect(terminal.isGivenBack)
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("trapped on purpose"))
  }

  @Test func whatTheCallerIgnoresStaysIgnored() throws {
    let terminal = try PseudoTerminal(
      running: "/bin/sh", ["-c", "trap '' HUP; exec '\(Built.program("terminal-probe"))'"],
      environment: Built.environment(terminal: "xterm-256color"))
    #expect(terminal.waitForText("probe 80x24"))
    terminal.signal(SIGHUP)
    terminal.send("x")
    #expect(terminal.waitForText("<x>"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func exhaustingAThreadsStackGivesTheTerminalBack() throws {
    let terminal = try probe()
    terminal.send("O")
    let ending = terminal.waitForEnd()
    #expect(ending == .signalled(SIGSEGV) || ending == .signalled(SIGBUS))
    #expect(terminal.isGivenBack)
  }

  @Test(arguments: [SIGILL, SIGSEGV, SIGABRT, SIGQUIT])
  func aCrashSignalFromOutsideKeepsItsStatus(_ signal: Int32) throws {
    let terminal = try probe()
    terminal.signal(signal)
    #expect(terminal.waitForEnd() == .signalled(signal))
    #expect(terminal.isGivenBack)
  }

  @Test func exitWithoutClosingGivesTheTerminalBack() throws {
    let terminal = try probe()
    terminal.send("E")
    #expect(terminal.waitForEnd() == .exited(3))
    #expect(terminal.isGivenBack)
  }

  @Test func standardErrorWaitsForTheShellsScreen() throws {
    let terminal = try probe()
    terminal.send("P")
    #expect(terminal.waitForText("<P>"))
    #expect(!terminal.screen.text.contains("a stray line"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.screen.text.contains("a stray line"))
  }

  @Test func aCutLineEndsTheProgram() throws {
    let terminal = try probe()
    terminal.hangUp()
    #expect(terminal.waitForEnd() == .exited(1))
  }

  @Test func aTerminalThatStoppedReadingDoesNotHoldTheProgram() throws {
    let terminal = try probe(columns: 200, rows: 60)
    terminal.send("A")
    // Nobody reads: the line fills and drawing blocks.
    usleep(1_500_000)
    terminal.signal(SIGTERM)
    let ended = terminal.waitWithoutReading()
    #expect(ended)
    #expect(terminal.settings == terminal.settingsBefore)
  }

  private func isTrap(_ ending: PseudoTerminal.Ending?) -> Bool {
    ending == .signalled(SIGILL) || ending == .signalled(SIGTRAP)
  }
}
