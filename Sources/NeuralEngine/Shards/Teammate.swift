import Glibc
import Synchronization

/// A thread that does the same piece of work each time it is asked to.
///
/// Asking and waiting allocate nothing and cost about a microsecond while both threads are awake.
final class Teammate {
  private let link: Link
  private var asked: UInt = 0

  /// What the two threads share.
  private final class Link: Sendable {
    let request = Signal()
    let answer = Signal()
    let isEnding = Atomic<Bool>(false)
    let work: @Sendable () -> Void
    let ended = Signal()

    init(work: @escaping @Sendable () -> Void) {
      self.work = work
    }

    func serve() {
      var seen: UInt = 0
      while true {
        request.wait(beyond: seen)
        seen += 1
        if isEnding.load(ordering: .acquiring) { break }
        work()
        answer.send()
      }
      ended.send()
    }
  }

  /// Starts the thread.
  ///
  /// - Parameter work: What it does when asked; it sees all that was written before it was asked.
  init(work: @escaping @Sendable () -> Void) {
    link = Link(work: work)
    Teammate.detach(link)
  }

  deinit {
    link.isEnding.store(true, ordering: .releasing)
    link.request.send()
    link.ended.wait(beyond: 0)
  }

  /// Has the work begun on the other thread.
  func start() {
    link.request.send()
  }

  /// Waits for the work that was begun; what it wrote can be read then.
  func finish() {
    link.answer.wait(beyond: asked)
    asked += 1
  }

  private static func detach(_ link: Link) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    // The name is inherited. Signals that are sent to the process are for the main thread: the new one inherits the mask.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT] { sigdelset(&all, fault) }
    pthread_sigmask(SIG_BLOCK, &all, &before)
    let code = pthread_create(
      &thread, &attributes,
      { context in
        guard let context else { return nil }
        Unmanaged<Link>.fromOpaque(context).takeRetainedValue().serve()
        return nil
      }, Unmanaged.passRetained(link).toOpaque())
    pthread_sigmask(SIG_SETMASK, &before, nil)
    pthread_attr_destroy(&attributes)
    precondition(code == 0, "no thread could be started (error \(code))")
  }
}
