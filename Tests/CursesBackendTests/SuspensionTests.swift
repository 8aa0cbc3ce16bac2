import Glibc
import PseudoTerminal
import Testing

/// Stopping and coming back, with a shell in front.
struct SuspensionTests {
  /// A shell on a terminal, with the probe as its job.
  private func shellWithProbe() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      running: "/bin/bash", ["--norc", "--noprofile", "-i"],
      environment: Built.environment(
        terminal: "xterm-256color", adding: ["PS1": "shell> ", "HISTFILE": "/dev/null"]))
    #expect(terminal.waitForText("shell>"))
    terminal.send("'\(Built.program("terminal-probe"))'\r")
    #expect(terminal.waitForText("probe 80x24"))
    return terminal
  }

  @Test func aSuspendedProgramComesBackAsItWas() throws {
    let terminal = try shellWithProbe()
    terminal.send("x\u{1A}")
    #expect(terminal.waitForText("Stopped"))
    #expect(!terminal.screen.modes.contains(1049))
    #expect(terminal.screen.modes.contains(25))
    terminal.send("echo in the sh''ell\r")
    #expect(terminal.waitForText("in the shell"))
    terminal.resize(columns: 100, rows: 30)
    terminal.send("fg\r")
    #expect(terminal.waitForText("<resumed>"))
    #expect(terminal.waitForText("<resize 100x30>"))
    #expect(terminal.screen.text.contains("<x>"))
    #expect(terminal.screen.modes.contains(1049))
    terminal.send("yq")
    #expect(terminal.waitForText("probe ended with 0"))
    #expect(!terminal.screen.modes.contains(1049))
  }

  @Test func aProgramInTheBackgroundLeavesTheTerminalAlone() throws {
    let terminal = try shellWithProbe()
    terminal.send("\u{1A}")
    #expect(terminal.waitForText("Stopped"))
    terminal.send("bg\r")
    #expect(terminal.waitForText("&"))
    terminal.settle(milliseconds: 600)
    #expect(!terminal.screen.modes.contains(1049))
    terminal.send("echo still h''ere\r")
    #expect(terminal.waitForText("still here"))
    terminal.send("fg\r")
    #expect(terminal.waitForText("<resumed>"))
    terminal.send("q")
    #expect(terminal.waitForText("probe ended with 0"))
  }

  @Test func aProgramStoppedWithoutWarningComesBack() throws {
    let terminal = try shellWithProbe()
    let probe = try #require(terminal.childProcess())
    kill(probe, SIGSTOP)
    #expect(terminal.waitForText("Stopped"))
    terminal.send("fg\r")
    #expect(terminal.waitForText("<resumed>"))
    #expect(!terminal.settings.echoes)
    terminal.send("zq")
    #expect(terminal.waitForText("probe ended with 0"))
    #expect(terminal.screen.modes.contains(25))
  }

  @Test func aStopFromOutsideIsTheKey() throws {
    let terminal = try shellWithProbe()
    let probe = try #require(terminal.childProcess())
    kill(probe, SIGTSTP)
    #expect(terminal.waitForText("Stopped"))
    terminal.send("fg\r")
    #expect(terminal.waitForText("<ctrl-Z>"))
    #expect(terminal.waitForText("<resumed>"))
    terminal.send("q")
    #expect(terminal.waitForText("probe ended with 0"))
  }

  @Test(arguments: ["TSTP", "STOP"]) func aStoppedProgramCanBeEnded(_ stop: String) throws {
    let terminal = try shellWithProbe()
    let probe = try #require(terminal.childProcess())
    kill(probe, stop == "STOP" ? SIGSTOP : SIGTSTP)
    #expect(terminal.waitForText("Stopped"))
    terminal.send("kill %1\r")
    #expect(terminal.waitForText("probe ended with 15"))
    #expect(terminal.screen.modes.contains(25))
    #expect(!terminal.screen.modes.contains(1049))
  }

  @Test func whereNobodyCouldContinueItTheProgramGoesOn() throws {
    let terminal = try probe()
    terminal.send("\u{1A}")
    #expect(terminal.waitForText("<resumed>"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isGivenBack)
  }
}
