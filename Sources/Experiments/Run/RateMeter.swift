/// The epochs a second over windows of half a second or more.
struct RateMeter {
  private var windowStart: MonotonicTime?
  private var count = 0
  private var rate: Double?

  private static let window = 0.5

  /// Counts an epoch and returns the rate of the last full window, `nil` before there is one.
  mutating func count(at now: MonotonicTime) -> Double? {
    guard let start = windowStart else {
      windowStart = now
      return nil
    }
    count += 1
    let seconds = now.seconds(since: start)
    if seconds >= Self.window {
      rate = Double(count) / seconds
      windowStart = now
      count = 0
    }
    return rate
  }
}
