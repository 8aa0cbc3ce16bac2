import Foundation
import PseudoTerminal
import Testing

/// The real program on a terminal: what a person does with it, and that the terminal comes back.
@Suite struct DashboardTerminalTests {
  private let program: Program

  init() throws { program = try Program() }

  private func open(
    _ arguments: [String] = [], columns: Int = 120, rows: Int = 36
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      running: Program.executable.path, arguments, environment: program.environment,
      columns: columns, rows: rows)
  }

  /// Waits for the end and for the terminal as it was found.
  private func expectEnd(_ terminal: PseudoTerminal, code: Int32 = 0) {
    #expect(terminal.waitForEnd() == .exited(code))
    #expect(terminal.screen.isShells)
    #expect(terminal.settings == terminal.settingsBefore)
  }

  /// Data through standard input, keys from the terminal.
  @Test func takesKeysWhileDataArePiped() throws {
    let (train, test) = (Program.sample("penguins/train.csv"), Program.sample("penguins/test.csv"))
    let command =
      "cat \(train) | exec \(Program.executable.path) --train - --test \(test) --target species"
    let terminal = try PseudoTerminal(
      running: "/bin/sh", ["-c", command], environment: program.environment, columns: 120, rows: 36)
    #expect(terminal.waitForText("standard input"))
    #expect(terminal.wait { $0.screen.text.contains(/epoch [1-9]/) })
    terminal.send("1")
    #expect(terminal.waitForText("L1 1e-3"))
    terminal.send("q")
    #expect(terminal.waitForText("quit?"))
    terminal.send("y")
    expectEnd(terminal)
  }

  @Test func trainsAndIsSteeredAndGivesTheTerminalBack() throws {
    let terminal = try open()
    #expect(terminal.waitForText("ridgeline"))
    #expect(terminal.wait { $0.screen.text.contains(/epoch [1-9]\d*\/600/) })
    #expect(terminal.screen.text.contains("loss"))
    terminal.send("2")
    #expect(terminal.waitForText("L2 1e-3"))
    terminal.send("}")
    #expect(terminal.waitForText("L2 3e-3"))
    terminal.send("r")
    #expect(terminal.waitForText("run 2"))
    terminal.resize(columns: 80, rows: 24)
    #expect(terminal.wait { $0.screen.text.contains(/epoch [1-9]\d*\/600/) })
    terminal.resize(columns: 30, rows: 8)
    terminal.settle()
    terminal.resize(columns: 200, rows: 55)
    #expect(terminal.wait { $0.screen.text.contains(/epoch [1-9]\d*\/600/) })
    terminal.send("q")
    #expect(terminal.waitForText("quit?"))
    terminal.send("y")
    expectEnd(terminal)
    #expect(
      written(to: terminal).contains(/run 2 · \d+ epochs? · test accuracy \.\d+ · not saved\r\n$/))
  }

  /// All that was written to a terminal, with its last line at the end.
  private func written(to terminal: PseudoTerminal) -> String {
    String(decoding: terminal.output, as: UTF8.self)
  }

  @Test func aFinishedRunIsSavedAndLeftWithoutAQuestion() throws {
    let terminal = try open(["--epochs", "3", "--pace", "max", "--base-epochs", "2"])
    #expect(terminal.waitForText("Done after 3 epochs"))
    terminal.send("w")
    #expect(terminal.waitForText("digits.safetensors"))
    terminal.send("q")
    expectEnd(terminal)
    let last = /run 1 · 3 epochs · test accuracy \.\d+ · saved to \/.*\/digits\.safetensors\r\n$/
    #expect(written(to: terminal).contains(last))
    #expect(
      FileManager.default.fileExists(
        atPath: program.home.path + "/.local/share/ridgeline/models/digits.safetensors"))
  }

  @Test func savesToTheFileThatWasAskedFor() throws {
    let path = program.home.path + "/mine.safetensors"
    let terminal = try open(["--epochs", "1", "--pace", "max", "--save", path])
    #expect(terminal.waitForText("Done after 1 epoch"))
    terminal.send("w")
    #expect(terminal.waitForText("Saved to"))
    terminal.send("q")
    expectEnd(terminal)
    let result = try program.run("evaluate", path, Program.sample("digits/test.csv"), "--json")
    #expect(result.code == 0)
  }

  @Test func aMissingFileIsOneLineAfterTheScreen() throws {
    let terminal = try open(["--train", "none.csv", "--target", "y"])
    expectEnd(terminal, code: 1)
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.contains("ridgeline: none.csv: no such file"))
  }

  /// An interrupt is ctrl-C, a way to leave; the others end it as they end any program.
  @Test(arguments: [(SIGTERM, 143), (SIGINT, 0), (SIGHUP, 129)] as [(Int32, Int32)])
  func signalsEndItTidily(signal: Int32, code: Int32) throws {
    let terminal = try open()
    #expect(terminal.wait { $0.screen.text.contains(/epoch [1-9]\d*\/600/) })
    terminal.signal(signal)
    expectEnd(terminal, code: code)
  }

  @Test func aLineThatIsCutEndsIt() throws {
    let terminal = try open()
    #expect(terminal.wait { $0.screen.text.contains(/epoch [1-9]\d*\/600/) })
    terminal.hangUp()
    #expect(terminal.waitWithoutReading())
  }

  @Test(arguments: ["braille", "block", "ascii"])
  func drawsWithTheGlyphsThatWereAskedFor(glyphs: String) throws {
    let terminal = try open(["--glyphs", glyphs, "--colour", "none", "--theme", "okabe-ito"])
    #expect(terminal.wait { $0.screen.text.contains(/epoch [1-9]\d*\/600/) })
    let scalars = terminal.screen.text.unicodeScalars
    #expect(scalars.contains { (0x2800...0x28FF).contains($0.value) } == (glyphs == "braille"))
    #expect(scalars.allSatisfy(\.isASCII) == (glyphs == "ascii"))
    #expect(!terminal.screen.renditions.contains { $0.hasPrefix("38") })
    terminal.send("q")
    #expect(terminal.waitForText("quit?"))
    terminal.send("\r")
    expectEnd(terminal)
  }

  @Test func aBadThemeAndABadSettingWarnAndFallBack() throws {
    try program.home.write(".config/ridgeline/config.toml", "theme = \"nowhere\"\npase = 1\n")
    let terminal = try open(["--epochs", "1"])
    #expect(terminal.waitForText("Done after 1 epoch"))
    terminal.send("q")
    expectEnd(terminal)
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.contains("warning: nowhere: no theme has this name"))
    #expect(text.contains("did you mean pace?"))
    let log = try String(
      contentsOfFile: program.home.path + "/.local/state/ridgeline/ridgeline.log", encoding: .utf8)
    #expect(log.split(separator: "\n").count == 2)
  }
}
