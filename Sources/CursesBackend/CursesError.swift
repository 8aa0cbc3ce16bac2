import Glibc

/// Why the screen could not be taken.
public enum CursesError: Error, Equatable, CustomStringConvertible {
  /// Standard output is no terminal, or none is there for keys.
  case notATerminal
  /// The terminal's type is not known to the system or cannot show a screen.
  case unusableTerminal(type: String)
  /// The system refused something; the code is `errno`'s.
  case noResources(code: Int32)

  /// One line: what is wrong and what to do.
  public var description: String {
    switch self {
    case .notATerminal:
      "the dashboard needs a terminal for its screen and for keys; over SSH, connect with -t"
    case .unusableTerminal(let type):
      "the terminal type \"\(Self.printable(type))\" cannot show a screen; "
        + "set TERM to what the terminal is, such as xterm-256color"
    case .noResources(let code):
      "the terminal could not be opened: \(String(cString: strerror(code)))"
    }
  }

  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { (0x20...0x7E).contains($0.value) }))
  }
}
