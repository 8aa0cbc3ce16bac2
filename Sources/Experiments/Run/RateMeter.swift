/// The epochs a second over windows of half a second or more, the time spent waiting for commands left out.
struct RateMeter {
  private var windowStart: MonotonicTime?
  private var waitedBefore = 0.0
  private var count = 0
  private var rate: Double?

  private static let window = 0.5

  /// Counts an epoch.
  ///
  /// - Parameters:
  ///   - now: When it ended.
  ///   - waited: The seconds spent waiting for commands, in all.
  /// - Returns: The rate of the last full window, `nil` before there is one.
  mutating func count(at now: MonotonicTime, waited: Double) -> Double? {
    guard let start = windowStart else {
      windowStart = now
      waitedBefore = waited
      return nil
    }
    count += 1
    let seconds = now.seconds(since: start) - (waited - waitedBefore)
    if seconds >= Self.window {
      rate = Double(count) / seconds
      windowStart = now
      waitedBefore = waited
      count = 0
    }
    return rate
  }
}
