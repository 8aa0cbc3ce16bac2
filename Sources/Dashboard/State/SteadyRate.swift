/// A rate that is shown calmly: it changes only when it has moved by more than a tenth.
struct SteadyRate: Sendable, Equatable {
  /// The rate to show.
  private(set) var shown: Double?

  /// Takes in the newest rate.
  mutating func follow(_ rate: Double?) {
    guard let rate, rate.isFinite, rate > 0 else { return }
    guard let shown, abs(rate - shown) <= shown * 0.1 else {
      self.shown = rate
      return
    }
  }

  /// Forgets the rate.
  mutating func reset() { shown = nil }
}
