import Glibc

/// The settings of a terminal line that a program may change and must put back.
public struct TerminalSettings: Equatable, Sendable {
  /// Input modes, such as the translation of carriage returns.
  public let input: UInt32
  /// Output modes.
  public let output: UInt32
  /// Control modes.
  public let control: UInt32
  /// Local modes, such as echo and line editing.
  public let local: UInt32

  init(of terminal: Int32) {
    var settings = termios()
    tcgetattr(terminal, &settings)
    input = settings.c_iflag
    output = settings.c_oflag
    control = settings.c_cflag
    local = settings.c_lflag
  }

  /// Whether typed characters are shown by the line itself.
  public var echoes: Bool { local & UInt32(ECHO) != 0 }
}
