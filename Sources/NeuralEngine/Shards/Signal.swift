import CKernels
import Glibc
import Synchronization

/// A count that one thread raises and another waits for.
///
/// Whoever waits spins for some microseconds, which is as long as a training step keeps one thread
/// waiting for the other, and then sleeps.
final class Signal: Sendable {
  /// About 20 microseconds.
  private static let spins = 1_000

  private let count = Atomic<UInt>(0)
  private let isSleeping = Atomic<Bool>(false)
  private nonisolated(unsafe) let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    semaphore = .allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  /// Raises the count; what was written before is seen by whoever waited for it.
  func send() {
    count.wrappingAdd(1, ordering: .sequentiallyConsistent)
    if isSleeping.exchange(false, ordering: .sequentiallyConsistent) { sem_post(semaphore) }
  }

  /// Waits until the count is above `seen`, and returns it; one thread alone may wait.
  @discardableResult
  func wait(beyond seen: UInt) -> UInt {
    for _ in 0..<Signal.spins {
      let now = count.load(ordering: .acquiring)
      if now != seen { return now }
      ck_pause()
    }
    isSleeping.store(true, ordering: .sequentiallyConsistent)
    if count.load(ordering: .sequentiallyConsistent) != seen,
      isSleeping.exchange(false, ordering: .sequentiallyConsistent)
    {
      return count.load(ordering: .acquiring)
    }
    // The sender has seen, or will see, that somebody sleeps, and posts exactly once.
    while sem_wait(semaphore) != 0 {}
    return count.load(ordering: .acquiring)
  }
}
