public import Runs

/// Something to be done outside the screen, in the order given.
public enum DashboardEffect: Sendable, Equatable {
  /// Send a command to the training thread.
  case send(RunCommand)

  /// Save the newest good weights.
  case save

  /// Stop training and leave the program.
  case quit

  /// Give the terminal back and stop the process until it is continued.
  case suspend

  /// Draw the whole screen anew.
  case redraw
}
