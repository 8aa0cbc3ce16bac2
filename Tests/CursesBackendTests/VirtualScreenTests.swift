import PseudoTerminal
import SeededRandom
import Testing

/// The picture that the other tests look at.
struct VirtualScreenTests {
  private func screen(_ output: String, columns: Int = 10, rows: Int = 3) -> VirtualScreen {
    var screen = VirtualScreen(columns: columns, rows: rows)
    screen.interpret(Array(output.utf8))
    return screen
  }

  @Test func followsTheCursor() {
    #expect(screen("ab\u{1B}[2;4Hc\rd\u{1B}[1Ce").lines == ["ab", "d ec", ""])
    #expect(screen("\u{1B}[3dlast\u{1B}[A\u{8}\u{8}x").lines == ["", "  x", "last"])
  }

  @Test func wrapsAndScrolls() {
    #expect(screen("0123456789ab\n\nc").lines == ["ab", "", "  c"])
    #expect(screen("a\r\nb\r\nc\u{1B}[H\u{1B}M").lines == ["", "a", "b"])
    #expect(screen("a\r\nb\r\nc\u{1B}[2;3r\u{1B}[3;1H\nd").lines == ["a", "c", "d"])
  }

  @Test func erasesAndShifts() {
    #expect(screen("abcdef\u{1B}[1;3H\u{1B}[K").lines[0] == "ab")
    #expect(screen("abcdef\u{1B}[1;3H\u{1B}[1K").lines[0] == "   def")
    #expect(screen("abcdef\u{1B}[1;2H\u{1B}[2P").lines[0] == "adef")
    #expect(screen("abcdef\u{1B}[1;2H\u{1B}[2@x").lines[0] == "ax bcdef")
    #expect(screen("abcdef\u{1B}[1;2H\u{1B}[2X").lines[0] == "a  def")
    #expect(screen("a\u{1B}[3b").lines[0] == "aaaa")
  }

  @Test func keepsTheShellsScreenAside() {
    var both = screen("$ run\u{1B}[?1049h\u{1B}[?25lpicture")
    #expect(!both.text.contains("run") && !both.isShells)
    both.interpret(Array("\u{1B}[?25h\u{1B}[?1049l".utf8))
    #expect(both.lines[0] == "$ run" && both.isShells)
  }

  @Test func anyBytesMakeSomePicture() {
    var random = SeededGenerator(seed: 1)
    let alphabet = Array("\u{1B}[0123456789;?HABCDGdJKX@PLMSTbrhlm7D8ME()\r\n\u{8}\t語x".utf8)
    for (columns, rows) in [(1, 1), (2, 1), (1, 4), (9, 5)] {
      var screen = VirtualScreen(columns: columns, rows: rows)
      for _ in 0..<3000 {
        screen.interpret([alphabet.randomElement(using: &random) ?? 0])
      }
      screen.resize(columns: rows, rows: columns)
      screen.interpret(alphabet)
      #expect(screen.lines.count == columns)
    }
  }
}
