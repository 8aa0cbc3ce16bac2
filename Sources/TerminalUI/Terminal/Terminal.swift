/// A screen that can be shown and a keyboard that can be read.
///
/// A terminal belongs to the thread that made it. The one that knows ncurses is in `CursesBackend`;
/// ``MemoryTerminal`` stands in for it in tests.
public protocol Terminal: AnyObject {
  /// The present number of columns and rows.
  var size: Size { get }

  /// How many colours the terminal shows; a screen may use any colour, the nearest is shown.
  var colourDepth: ColourDepth { get }

  /// Shows `screen`, sending only what differs from what is shown already.
  func present(_ screen: Screen)

  /// Waits for input and returns everything that has come in, in order.
  ///
  /// - Parameter timeoutMilliseconds: The longest time to wait when nothing is there; 0 does not wait,
  ///   a negative number waits for ever.
  /// - Returns: The events; empty when the time ran out.
  func nextEvents(timeoutMilliseconds: Int) -> [TerminalEvent]

  /// Draws the whole screen anew at the next ``present(_:)``, whatever is believed to be shown.
  func redraw()

  /// Gives the terminal back and stops the process until it is continued (`ctrl-Z`).
  func suspend()

  /// Gives the terminal back as it was found. Further calls do nothing.
  func close()
}
