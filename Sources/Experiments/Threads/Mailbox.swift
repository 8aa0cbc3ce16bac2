import Runs

/// What the session's threads have to say: the newest of each state, and every event.
///
/// Posting takes constant time and never waits for the reader. What is newest replaces what was
/// there; events are appended and none is lost.
final class Mailbox: Sendable {
  private struct Contents: Sendable {
    var update = SessionUpdate()
    var isClosed = false
  }

  private let contents = Monitor(Contents())

  /// Posts an event, together with the state that it led to.
  func post(_ event: RunEvent, status: RunStatus) {
    contents.update {
      $0.update.events.append(event)
      $0.update.status = status
    }
  }

  /// Posts the newest state.
  func post(_ status: RunStatus) {
    contents.withLock { $0.update.status = status }
  }

  /// Posts the distributions of the inputs against one reference.
  func post(inputs: DistributionSnapshot) {
    contents.withLock { $0.update.inputs.append(inputs) }
  }

  /// Posts the newest look into the model.
  func post(_ model: ModelSnapshot) {
    contents.withLock { $0.update.model = model }
  }

  /// Ends the waiting for good; nothing more will be posted.
  func close() {
    contents.update { $0.isClosed = true }
  }

  /// Takes everything that was posted since the last time.
  func drain() -> SessionUpdate {
    contents.withLock { contents in
      defer { contents.update = SessionUpdate() }
      return contents.update
    }
  }

  /// Sleeps until there is an event, the mailbox is closed, or the deadline passes.
  ///
  /// - Returns: Whether there is an event.
  func waitForEvents(until deadline: MonotonicTime?) -> Bool {
    contents.wait(until: deadline) { contents in
      contents.update.events.isEmpty ? (contents.isClosed ? false : nil) : true
    } ?? false
  }
}
