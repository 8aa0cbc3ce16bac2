import Runs
import Shift
import Testing

/// What is kept of single rows of test, and how sure the result's scores are.
@Suite struct OutcomeTests {
  @Test func bitsOfAWatchedRunAddUpToItsAccuracy() throws {
    let watched = Watched(digits(epochs: 3), observes: true)
    watched.runToEnd()
    #expect(watched.epochs.count == 3)
    for record in watched.epochs {
      let outcomes = try #require(record.testOutcomes)
      guard case .correct(let words) = outcomes.values else {
        Issue.record("bits were kept")
        return
      }
      let right = words.reduce(0) { $0 + $1.nonzeroBitCount }
      #expect(outcomes.rows == 597)
      #expect(record.test?.accuracy == Double(right) / 597)
    }
    #expect(watched.epochs[0].testOutcomes != watched.epochs[2].testOutcomes)
  }

  @Test func errorsOfAWatchedRegressionAddUpToItsR2() throws {
    let watched = Watched(storms(epochs: 2), observes: true)
    watched.runToEnd()
    for record in watched.epochs {
      let outcomes = try #require(record.testOutcomes)
      guard case .unexplained(let errors) = outcomes.values else {
        Issue.record("errors were kept")
        return
      }
      let lost = errors.reduce(0) { $0 + Double($1) } / Double(outcomes.rows)
      let r2 = try #require(record.test?.r2)
      #expect(abs(1 - lost - r2) < 1e-5)
    }
  }

  @Test func nothingIsKeptWhereNobodyWatches() {
    let watched = Watched(penguins(epochs: 2))
    watched.runToEnd()
    #expect(watched.epochs.allSatisfy { $0.testOutcomes == nil })
  }

  @Test func aResultOfAClassificationHasWilsonsAndNewcombesIntervals() throws {
    let watched = Watched(digits(epochs: 2))
    let result = try #require(watched.runToEnd())
    let rows = try #require(watched.data?.rows)
    let (train, validation, test) = (
      try #require(rows[.train]), try #require(rows[.validation]), try #require(rows[.test])
    )
    func right(_ metrics: Metrics?, _ rows: Int) -> (successes: Int, trials: Int) {
      (Int(((metrics?.accuracy ?? 0) * Double(rows)).rounded()), rows)
    }
    let intervals = result.intervals
    #expect(
      intervals.test
        == .wilson(successes: right(result.test, test).successes, of: test))
    #expect(
      intervals.overfitGap
        == .difference(
          of: right(result.train, train), minus: right(result.validation, validation)))
    #expect(
      intervals.shiftGap
        == .difference(of: right(result.validation, validation), minus: right(result.test, test)))
  }

  @Test func aResultOfARegressionHasIntervalsByResampling() throws {
    let result = try #require(Watched(storms(epochs: 2)).runToEnd())
    let (test, r2) = (try #require(result.intervals.test), try #require(result.test?.r2))
    #expect(test.low < r2 && r2 < test.high && test.halfWidth < 0.2)
    let gap = try #require(result.intervals.shiftGap)
    let shift = try #require(result.shiftGap)
    #expect(gap.low < shift && shift < gap.high)
    #expect(result.intervals == Watched(storms(epochs: 2)).runToEnd()?.intervals)
  }
}
