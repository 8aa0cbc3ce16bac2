/// The range that an axis shows, which stays while what is needed changes a little.
///
/// It grows at once, by an eighth more than is needed so that it need not grow again soon, and shrinks when
/// less than half of it is needed.
struct SteadyRange<Subject: Sendable & Equatable>: Sendable, Equatable {
  private var subject: Subject?
  private var range: ClosedRange<Double>?

  /// What is shown of a subject; `nil` where another one is followed.
  func range(of subject: Subject) -> ClosedRange<Double>? {
    subject == self.subject ? range : nil
  }

  /// Follows what is needed; of another subject it is taken as it is.
  ///
  /// - Parameters:
  ///   - needed: The range of all that is to be seen, both ends finite.
  ///   - bounds: What is never left by growing more than is needed.
  ///   - subject: What the range is of.
  mutating func cover(
    _ needed: ClosedRange<Double>?, within bounds: ClosedRange<Double>, of subject: Subject
  ) {
    defer { self.subject = subject }
    guard let needed, let shown = range(of: subject), length(needed) >= length(shown) / 2 else {
      range = needed
      return
    }
    let reserve = length(needed) / 8
    var (lower, upper) = (shown.lowerBound, shown.upperBound)
    if needed.lowerBound < lower { lower = max(bounds.lowerBound, needed.lowerBound - reserve) }
    if needed.upperBound > upper { upper = min(bounds.upperBound, needed.upperBound + reserve) }
    range = lower...upper
  }

  private func length(_ range: ClosedRange<Double>) -> Double {
    range.upperBound - range.lowerBound
  }
}
