import Foundation

/// A named thread that can be waited for.
///
/// Its stack has 8 MiB, and signals that are sent to the process are blocked on it, so that the
/// main thread, which owns the terminal, receives them.
final class WorkerThread: Sendable {
  private let isFinished = Monitor(false)

  /// Starts a thread.
  ///
  /// - Parameters:
  ///   - name: The name that debuggers and `top` show, at most 15 characters.
  ///   - body: What it does; the thread ends with it.
  init(name: String, body: @escaping @Sendable () -> Void) {
    let thread = Thread { [isFinished] in
      Self.blockSignals()
      body()
      isFinished.update { $0 = true }
    }
    thread.name = name
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Waits for the end of the thread.
  ///
  /// - Returns: Whether it has ended; `false` when the deadline passed before.
  @discardableResult
  func join(until deadline: MonotonicTime? = nil) -> Bool {
    isFinished.wait(until: deadline) { $0 ? true : nil } ?? false
  }

  /// Blocks all signals but those that a fault of the thread itself raises.
  private static func blockSignals() {
    var signals = sigset_t()
    sigfillset(&signals)
    for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT] { sigdelset(&signals, fault) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}
