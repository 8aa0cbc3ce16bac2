import Dashboard
import Experiments
import Foundation
import Runs
import TerminalUI

/// The main thread of the dashboard: keys in, what the session says in, pictures out.
///
/// A key is answered at once. The session is asked ten times a second at most, and nothing is drawn
/// when nothing changed.
final class DashboardLoop {
  private let terminal: any Terminal
  private let painter: Painter
  private let session: TrainingSession
  private let models: ModelFolder
  private var state: DashboardState
  private var isLeaving = false
  private var ending: DashboardEnding?
  private var closing = ClosingLine()

  private static let interval = 0.1

  /// A loop that shows `session` on `terminal`, beginning with `state`.
  init(
    terminal: any Terminal, painter: Painter, session: TrainingSession, models: ModelFolder,
    state: DashboardState
  ) {
    self.terminal = terminal
    self.painter = painter
    self.session = session
    self.models = models
    self.state = state
  }

  /// Shows the first picture, starts the session, and goes on until the person leaves.
  ///
  /// The terminal is given back when it returns, and training has been told to stop.
  ///
  /// - Returns: What ended it.
  func run() -> DashboardEnding {
    painter.show(state)
    session.start()
    var nextLook = Self.now
    while !isLeaving {
      let wait = max(0, nextLook - Self.now)
      let events = terminal.nextEvents(timeoutMilliseconds: Int((wait * 1000).rounded(.up)))
      for event in events where !isLeaving {
        note(event)
        take(.terminal(event))
      }
      var hasChanged = !events.isEmpty
      if Self.now >= nextLook, !isLeaving {
        nextLook = Self.now + Self.interval
        hasChanged = lookAtSession() || hasChanged
      }
      if hasChanged, !isLeaving { painter.show(state) }
    }
    terminal.close()
    session.send(.stop)
    // Longer than any batch; a file that is still being read ends with the process.
    session.join(timeout: 1)
    return ending ?? .left(closing.text)
  }

  /// Takes down a signal that ends the program.
  private func note(_ event: TerminalEvent) {
    switch event {
    case .terminate: ending = .signal(SIGTERM)
    case .hangUp: ending = .signal(SIGHUP)
    case .key, .paste, .resize, .resumed, .interrupt: break
    }
  }

  /// Takes up what the session says; returns whether there was anything.
  private func lookAtSession() -> Bool {
    let update = session.drain()
    guard !update.isEmpty else { return false }
    take(.update(update))
    for event in update.events { closing.take(event) }
    for case .failed(let message, let isWrongUsage) in update.events {
      ending = .failure(Failure(message, isWrongUsage: isWrongUsage))
      isLeaving = true
    }
    return true
  }

  private func take(_ action: DashboardAction) {
    for effect in reduce(&state, action) { perform(effect) }
  }

  private func perform(_ effect: DashboardEffect) {
    switch effect {
    case .send(let command): session.send(command)
    case .save: take(saved())
    case .redraw: terminal.redraw()
    case .suspend: terminal.suspend()
    case .quit: isLeaving = true
    }
  }

  private func saved() -> DashboardAction {
    guard let model = session.trainedModel() else {
      return .saveFailed("there is no model yet; wait for the base.")
    }
    do {
      let path = try models.save(model)
      closing.noteSaved(to: path)
      return .saved(path: path)
    } catch {
      return .saveFailed("\(error)")
    }
  }

  private static var now: Double { ProcessInfo.processInfo.systemUptime }
}
