import Dashboard
import Foundation
import Runs

/// One line on standard error that says how far a command has come, at a terminal alone.
///
/// It appears when the work has taken a moment, is written over ten times a second at most, and goes with
/// `clear`.
final class WorkDisplay: @unchecked Sendable {
  // All that varies is used under the lock: several threads tell of their work.
  private let lock = NSLock()
  private let stream = OutputStream.error
  private let began = ProcessInfo.processInfo.systemUptime
  private var lastShown = 0.0
  private var isOnScreen = false

  /// The seconds before which nothing is shown.
  private static let patience = 0.5
  /// The seconds between two lines.
  private static let interval = 0.1

  /// Shows how far the work has come.
  func show(_ work: WorkProgress) {
    lock.withLock {
      let now = ProcessInfo.processInfo.systemUptime
      guard now - began > Self.patience, now - lastShown >= Self.interval, stream.isTerminal
      else { return }
      lastShown = now
      isOnScreen = true
      let line = ProgressLine.text(work, width: stream.width ?? 80)
      try? stream.write("\r\(line)\u{1B}[K")
    }
  }

  /// Shows how far counted work has come that begins now.
  func counting(
    _ name: String, of total: Int, _ unit: WorkProgress.Unit
  ) -> @Sendable (Int) -> Void {
    let began = ProcessInfo.processInfo.systemUptime
    return { done in
      let seconds = ProcessInfo.processInfo.systemUptime - began
      self.show(WorkProgress(name, done: done, of: total, unit, seconds: seconds))
    }
  }

  /// Takes the line off the terminal.
  func clear() {
    lock.withLock {
      guard isOnScreen else { return }
      isOnScreen = false
      try? stream.write("\r\u{1B}[K")
    }
  }
}
