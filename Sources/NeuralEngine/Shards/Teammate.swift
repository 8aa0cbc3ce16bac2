import Glibc
import Synchronization

/// A thread that does the same piece of work each time it is asked to.
///
/// Asking and waiting allocate nothing and cost about a microsecond while both threads are awake. A
/// piece that it has not begun when it is waited for is done by whoever waits: on a busy machine that
/// is sooner than the thread gets a processor.
final class Teammate {
  private let link: Link
  private var asked: UInt = 0
  private var answered: UInt = 0

  /// What the two threads share.
  private final class Link: Sendable {
    let request = Signal()
    let answer = Signal()
    /// The number of the last piece that somebody took up; pieces count from 1.
    let taken = Atomic<UInt>(0)
    let isEnding = Atomic<Bool>(false)
    let work: @Sendable () -> Void
    let ended = Signal()

    init(work: @escaping @Sendable () -> Void) {
      self.work = work
    }

    /// Takes up a piece, unless somebody else has.
    func take(_ piece: UInt) -> Bool {
      taken.compareExchange(
        expected: piece - 1, desired: piece, ordering: .acquiringAndReleasing
      ).exchanged
    }

    func serve() {
      var seen: UInt = 0
      while true {
        seen = request.wait(beyond: seen)
        if isEnding.load(ordering: .acquiring) { break }
        guard take(seen) else { continue }
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
    asked += 1
    link.request.send()
  }

  /// Waits for the work, or does it; what it wrote can be read then.
  func finish() {
    guard !link.take(asked) else { return link.work() }
    answered = link.answer.wait(beyond: answered)
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
