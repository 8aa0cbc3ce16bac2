import CTerminal
import TerminalUI

extension CursesTerminal {
  /// Gives the terminal to the shell and stops the process until it is continued.
  ///
  /// Continued in front, the screen is back when this returns. Continued in the background, the
  /// program runs on without a screen; ``nextEvents(timeoutMilliseconds:)`` takes the terminal back
  /// when it is in front again. Either way `.resumed` and the size follow as events.
  public func suspend() {
    guard !isClosed, !isGone, !isAway else { return }
    ct_leave()
    isAway = true
    ct_stop_process()
    comeBackWhenInFront()
  }

  /// Takes the terminal back if it listens to this process.
  func comeBackWhenInFront() {
    guard ct_in_foreground() else { return }
    ct_return()
    isAway = false
    shown = nil
    waiting += [.resumed, .resize(size)]
  }
}
