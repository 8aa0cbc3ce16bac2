import Runs
import TerminalUI

/// Brings the state up to date with what happened and says what is to be done outside.
///
/// Pure: the same state and action give the same state and effects.
///
/// - Parameters:
///   - state: What the screen shows.
///   - action: What happened.
/// - Returns: What is to be done, in this order.
public func reduce(_ state: inout DashboardState, _ action: DashboardAction) -> [DashboardEffect] {
  defer {
    state.compareWithGhost()
    state.followScales()
  }
  switch action {
  case .terminal(let event):
    return state.take(event)
  case .update(let update):
    state.take(update)
  case .saved(let path):
    state.notice = Notice("Saved to \(path).", tone: .good)
  case .saveFailed(let reason):
    state.notice = Notice("Not saved: \(reason)", tone: .bad)
  }
  return []
}

extension DashboardState {
  fileprivate mutating func take(_ event: TerminalEvent) -> [DashboardEffect] {
    switch event {
    case .key(let key):
      return press(key)
    case .paste(let text):
      // Pasted text is never a command; it may be searched for.
      if case .help = overlay { search(for: text) }
      return []
    case .resize(let size):
      self.size = size
      return []
    case .interrupt, .terminate, .hangUp:
      return [.quit]
    case .resumed:
      guard isPausedBySuspension else { return [.redraw] }
      isPausedBySuspension = false
      isPauseWanted = false
      return [.redraw, .send(.resume)]
    }
  }
}
