public import Runs
public import TerminalUI

/// Something that happened and that the screen may have to show.
public enum DashboardAction: Sendable, Equatable {
  /// The terminal or the system had something to say.
  case terminal(TerminalEvent)

  /// What happened in the session since the last look.
  case update(SessionUpdate)

  /// The weights were saved to a file.
  case saved(path: String)

  /// The weights could not be saved: what, where, what to do.
  case saveFailed(String)
}
