import Foundation
import PseudoTerminal
import Runs
import Testing

@testable import ridgeline

/// How far work has come: one line at a terminal, which goes again.
@Suite struct ProgressTests {
  @Test func theLineFitsTheTerminal() {
    let work = WorkProgress(
      "reading train.csv", done: 340_000_000, of: 1_000_000_000, .bytes, seconds: 0.81)
    #expect(
      ProgressLine.text(work, width: 70)
        == "reading train.csv [#######---------------] 34% · 420 MB/s · 0:02 left")
    #expect(ProgressLine.text(work, width: 30) == "reading train.csv 34% · 420 M")
    for width in 0..<200 {
      #expect(ProgressLine.text(work, width: width).count <= max(0, width - 1))
    }
    let piped = WorkProgress("reading -", done: 5000, of: nil, .bytes, seconds: 2)
    #expect(ProgressLine.text(piped, width: 70) == "reading - 2.5 kB/s")
    let begun = WorkProgress("comparing", done: 0, of: 30, .columns, seconds: 0)
    #expect(ProgressLine.text(begun, width: 26) == "comparing [----------] 0%")
  }

  /// Data that come slowly are told of as they come; in the end the terminal shows the result alone.
  @Test func readingIsShownAtATerminal() throws {
    let program = try Program()
    let data = program.home.path + "/data"
    #expect(mkfifo(data, 0o600) == 0)
    let terminal = try PseudoTerminal(
      running: Program.executable.path, ["drift", data, Program.sample("penguins/test.csv")],
      environment: program.environment, columns: 100, rows: 30)
    let text = try String(contentsOfFile: Program.sample("penguins/train.csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0 + "\n" }
    let writer = try #require(FileHandle(forWritingAtPath: data))
    try writer.write(contentsOf: Data(lines.joined().utf8))
    let isShown = terminal.wait { terminal in
      guard !terminal.screen.text.contains(/reading data .*B\/s/) else { return true }
      try? writer.write(contentsOf: Data(lines[1].utf8))
      return false
    }
    #expect(isShown)
    try writer.close()
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.screen.text.contains("KS"))
    #expect(!terminal.screen.text.contains("reading"))
  }

  @Test func nothingIsShownElsewhere() throws {
    let program = try Program()
    let result = try program.run(
      "drift", Program.sample("digits/train_clean.csv"), Program.sample("digits/test.csv"))
    #expect(result.code == 0 && result.errors.isEmpty)
  }
}
