/// Something that came from the terminal or from the system.
public enum TerminalEvent: Sendable, Hashable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted in one piece.
  case paste(String)
  /// The terminal has a new size.
  case resize(Size)
  /// The process was asked to stop from outside (SIGINT); ctrl-C at the keyboard is a key.
  case interrupt
  /// The process was asked to end (SIGTERM).
  case terminate
  /// The terminal has gone (SIGHUP or the line was cut).
  case hangUp
  /// The process was continued after having been stopped.
  case resumed
}
