import Foundation

/// A moment on the clock that never goes back, in nanoseconds since an arbitrary start.
struct MonotonicTime: Comparable, Sendable {
  private var nanoseconds: Int64

  /// The present moment.
  static var now: MonotonicTime {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return MonotonicTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  /// The seconds from `earlier` to this moment.
  func seconds(since earlier: MonotonicTime) -> Double {
    Double(nanoseconds - earlier.nanoseconds) * 1e-9
  }

  /// The moment `seconds` later; more than a year counts as a year.
  func advanced(by seconds: Double) -> MonotonicTime {
    let year = 365.0 * 86_400
    let bounded = seconds.isFinite ? min(max(seconds, -year), year) : year
    return MonotonicTime(nanoseconds: nanoseconds + Int64(bounded * 1e9))
  }

  static func < (left: MonotonicTime, right: MonotonicTime) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}
