import PseudoTerminal
import Testing

/// What is drawn on a real pseudo-terminal.
struct ScreenOnTerminalTests {
  @Test(arguments: [
    ("xterm-256color", "colours256"), ("screen", "colours16"), ("tmux-256color", "colours256"),
    ("linux", "colours16"), ("vt100", "monochrome"), ("rxvt-unicode-256color", "colours256"),
    ("no-such-terminal", "colours256"),
  ])
  func startsDrawsAndQuitsOn(_ type: String, _ depth: String) throws {
    let terminal = try probe(on: type)
    #expect(terminal.screen.lines[0] == "probe 80x24 \(depth) utf8 true")
    #expect(terminal.screen.glyph(column: 79, row: 23) == "@")
    #expect(!terminal.settings.echoes)
    terminal.send("C")
    #expect(terminal.waitForText("reverse"))
    terminal.send("W")
    #expect(terminal.waitForText("wide"))
    terminal.send("AF")
    #expect(terminal.waitForText("frozen"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isGivenBack)
    #expect(terminal.screen.text.contains("probe ended with 0"))
  }

  @Test func aTerminalThatCannotShowAScreenIsRefused() throws {
    let terminal = try PseudoTerminal(
      running: Built.program("terminal-probe"), environment: Built.environment(terminal: "dumb"))
    #expect(terminal.waitForEnd() == .exited(69))
    #expect(terminal.isGivenBack)
    #expect(terminal.screen.text.contains("cannot show a screen"))
  }

  @Test func anIdleProgramSendsNothing() throws {
    let terminal = try probe()
    terminal.settle()
    let before = terminal.output.count
    terminal.settle(milliseconds: 700)
    #expect(terminal.output.count == before)
    #expect(!terminal.hasEnded)
  }

  @Test func framesAreSynchronizedUpdates() throws {
    let terminal = try probe()
    terminal.settle()
    let before = terminal.screen.synchronizedUpdates
    terminal.send("x")
    #expect(terminal.waitForText("<x>"))
    terminal.settle()
    #expect(terminal.screen.synchronizedUpdates == before + 1)
    #expect(!terminal.screen.modes.contains(2026))
  }

  @Test func everySizeIsDrawn() throws {
    let terminal = try probe()
    for (columns, rows) in [(120, 36), (1, 1), (3, 200), (500, 2), (10, 3), (200, 55), (80, 24)] {
      terminal.resize(columns: columns, rows: rows)
      let isDrawn = terminal.wait { $0.screen.glyph(column: columns - 1, row: rows - 1) == "@" }
      #expect(isDrawn, "\(columns)x\(rows)")
    }
    #expect(terminal.waitForText("<resize 80x24>"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test(arguments: ["C", "W", "A"]) func everyPictureFitsEverySize(_ picture: String) throws {
    let terminal = try probe()
    terminal.send(picture)
    for (columns, rows) in [(2, 2), (1, 7), (9, 1), (33, 11), (4, 40), (131, 5), (1, 1), (80, 24)] {
      let frames = terminal.screen.synchronizedUpdates
      terminal.resize(columns: columns, rows: rows)
      #expect(terminal.wait { $0.screen.synchronizedUpdates > frames })
    }
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isGivenBack)
  }

  @Test func theTerminalsSizeCountsAndNotTheEnvironments() throws {
    let terminal = try probe(environment: ["LINES": "10", "COLUMNS": "20"])
    #expect(terminal.screen.lines[0].hasPrefix("probe 80x24"))
    terminal.resize(columns: 90, rows: 20)
    #expect(terminal.waitForText("<resize 90x20>"))
  }

  @Test func theTerminalCanBeTakenAgain() throws {
    let terminal = try probe(on: "xterm-256color", ["--cycles", "30"])
    terminal.send("x")
    #expect(terminal.waitForText("<x>"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isGivenBack)
  }

  @Test func wideGlyphsKeepTheirColumns() throws {
    let terminal = try probe()
    terminal.send("W")
    #expect(terminal.waitForText("日本語 wide"))
    let screen = terminal.screen
    #expect(screen.glyph(column: 0, row: 0) == "日")
    #expect(screen.glyph(column: 2, row: 0) == "本")
    #expect(screen.glyph(column: 79, row: 0) == "|")
    #expect(screen.glyph(column: 78, row: 1) == "語")
    #expect(screen.lines[2] == "a語b語c")
    #expect(screen.lines[3] == "⣿⡇╭─╮ ▇▆")
    terminal.send("L")
    #expect(terminal.waitForText("<W>"))
    #expect(!terminal.screen.text.contains("語"))
  }

  @Test func aRedrawRepairsASpoiledScreen() throws {
    let terminal = try probe()
    terminal.send("W")
    #expect(terminal.waitForText("日本語 wide"))
    let right = terminal.screen.lines
    terminal.screen.interpret(Array("\u{1B}[2J\u{1B}[5;5Hrubbish".utf8))
    terminal.send("\u{C}")
    #expect(terminal.wait { $0.screen.lines == right })
  }

  @Test func aBusyScreenShowsWhatAFullRedrawShows() throws {
    let terminal = try probe(environment: ["COLORTERM": "truecolor"], columns: 120, rows: 36)
    terminal.send("A")
    #expect(terminal.wait { $0.screen.synchronizedUpdates > 60 })
    // Stopped with the screen on, the picture stays; the difference to a full redraw must be none.
    terminal.send("F")
    #expect(terminal.waitForText("frozen"))
    terminal.settle()
    let incremental = terminal.screen.lines
    terminal.send("\u{C}")
    let before = terminal.output.count
    #expect(terminal.wait { $0.output.count > before + 2000 })
    terminal.settle()
    #expect(terminal.screen.lines == incremental)
  }

  @Test func withoutUTF8OnlyASCIIIsSent() throws {
    let terminal = try probe(environment: ["LC_ALL": "C"])
    #expect(terminal.screen.lines[0].contains("utf8 false"))
    terminal.send("W")
    #expect(terminal.waitForText("wide"))
    terminal.settle()
    #expect(terminal.screen.lines[0].hasPrefix("? ? ?  wide"))
    #expect(terminal.screen.lines[3].contains("+-+"))
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
  }

  @Test func utf8CanBeForced() throws {
    let terminal = try probe(on: "xterm-256color", ["--utf8"], environment: ["LC_ALL": "C"])
    #expect(terminal.screen.lines[0].contains("utf8 true"))
    terminal.send("W")
    #expect(terminal.waitForText("日本語 wide"))
  }
}
