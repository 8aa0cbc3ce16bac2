import Foundation

/// A value behind a lock, with a way to sleep until it has changed.
///
/// Checked by hand: `state` is touched only while `condition` is locked.
final class Monitor<State: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var state: State

  init(_ state: State) {
    self.state = state
  }

  /// Looks at or alters the value, without waking anybody.
  func withLock<Result>(_ body: (inout State) -> Result) -> Result {
    condition.lock()
    defer { condition.unlock() }
    return body(&state)
  }

  /// Alters the value and wakes whoever waits for it.
  func update<Result>(_ body: (inout State) -> Result) -> Result {
    condition.lock()
    defer {
      condition.broadcast()
      condition.unlock()
    }
    return body(&state)
  }

  /// Sleeps until `body` finds what it looks for.
  ///
  /// - Parameters:
  ///   - deadline: When to give up; `nil` waits for ever.
  ///   - body: Called under the lock at the beginning and after each ``update(_:)``.
  /// - Returns: What `body` returned last; `nil` when the deadline passed.
  func wait<Result>(
    until deadline: MonotonicTime? = nil, for body: (inout State) -> Result?
  ) -> Result? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let result = body(&state) { return result }
      guard let deadline else {
        condition.wait()
        continue
      }
      let rest = deadline.seconds(since: .now)
      guard rest > 0 else { return nil }
      _ = condition.wait(until: Date(timeIntervalSinceNow: rest))
    }
  }
}
