import Foundation
import Synchronization

/// The wish of a person or of the system that the program should end, as a signal.
///
/// The handler only notes the signal; whoever runs asks for it between two pieces of work. A second
/// signal ends the process at once.
enum Interruption {
  private static let noted = Atomic<Int32>(0)

  /// Whether SIGINT, SIGTERM or SIGHUP has come.
  static var isRequested: Bool { noted.load(ordering: .relaxed) != 0 }

  /// Notes SIGINT, SIGTERM and, unless `nohup` had it ignored, SIGHUP from now on.
  static func watch() {
    // Made before the handler can run: a global is set up at its first use, which takes a lock.
    noted.store(0, ordering: .relaxed)
    // A parent may have blocked what it did not want itself; who starts us must be able to end us.
    var signals = sigset_t()
    sigemptyset(&signals)
    var hangUp = sigaction()
    sigaction(SIGHUP, nil, &hangUp)
    let isHangUpIgnored = unsafeBitCast(hangUp.__sigaction_handler.sa_handler, to: Int.self) == 1
    for number in isHangUpIgnored ? [SIGINT, SIGTERM] : [SIGINT, SIGTERM, SIGHUP] {
      sigaddset(&signals, number)
      signal(number) { number in
        if Interruption.noted.exchange(number, ordering: .relaxed) != 0 {
          _exit(ExitStatus.interrupted)
        }
      }
    }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}
