/// A key, or a key pressed together with control.
public enum Key: Hashable, Sendable {
  /// A key that types a character; the space bar is `character(" ")`.
  case character(Character)
  /// Control with a letter, in lower case: ctrl-L is `control("l")`.
  case control(Character)
  /// The arrow up.
  case up
  /// The arrow down.
  case down
  /// The arrow to the left.
  case left
  /// The arrow to the right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Enter or return.
  case enter
  /// Escape, pressed alone.
  case escape
  /// Tab.
  case tab
  /// Shift and tab.
  case backTab
  /// Backspace.
  case backspace
  /// Delete.
  case delete
  /// Insert.
  case insert
  /// A function key, from 1.
  case function(Int)
}
