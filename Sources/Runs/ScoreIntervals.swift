public import Shift

/// The 95 % intervals of a model's score and of its gaps, rows or series taken for draws.
///
/// Accuracies have Wilson's interval and their differences Newcombe's; R2 has the percentile interval of a
/// bootstrap of the rows of each split. An interval is `nil` where there are no rows, or too few.
public struct ScoreIntervals: Sendable, Equatable, Codable {
  /// That of the score on test.
  public var test: Interval?

  /// That of train minus validation.
  public var overfitGap: Interval?

  /// That of validation minus test.
  public var shiftGap: Interval?

  /// Creates intervals; by default there are none.
  public init(test: Interval? = nil, overfitGap: Interval? = nil, shiftGap: Interval? = nil) {
    self.test = test
    self.overfitGap = overfitGap
    self.shiftGap = shiftGap
  }

  /// The intervals of accuracies.
  ///
  /// - Parameters:
  ///   - train: The metrics on train.
  ///   - validation: Those on validation.
  ///   - test: Those on test.
  ///   - rows: The rows, or series, of each split.
  public init(train: Metrics?, validation: Metrics?, test: Metrics?, rows: [Split: Int]) {
    func count(_ metrics: Metrics?, of split: Split) -> (successes: Int, trials: Int)? {
      guard let accuracy = metrics?.accuracy, accuracy.isFinite, let rows = rows[split], rows > 0
      else { return nil }
      let right = Int((max(0, min(1, accuracy)) * Double(rows)).rounded())
      return (right, rows)
    }
    let train = count(train, of: .train)
    let validation = count(validation, of: .validation)
    let test = count(test, of: .test)
    func gap(
      _ one: (successes: Int, trials: Int)?, _ other: (successes: Int, trials: Int)?
    ) -> Interval? {
      guard let one, let other else { return nil }
      return .difference(of: one, minus: other)
    }
    self.init(
      test: test.flatMap { .wilson(successes: $0.successes, of: $0.trials) },
      overfitGap: gap(train, validation), shiftGap: gap(validation, test))
  }
}
