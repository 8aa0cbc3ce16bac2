import Shift
import Testing

@Suite struct CalibrationAndIntervalTests {
  // scipy.stats.binomtest(successes, trials).proportion_ci(method="wilson")
  @Test(arguments: [
    (83, 100, 0.7445199523239887, 0.8910643388594006),
    (0, 10, 0, 0.2775327998628892),
    (10, 10, 0.7224672001371106, 1),
  ])
  func wilsonMatchesScipy(successes: Int, trials: Int, low: Double, high: Double) throws {
    let interval = try #require(Interval.wilson(successes: successes, of: trials))
    #expect(abs(interval.low - low) < 1e-14)
    #expect(abs(interval.high - high) < 1e-14)
    #expect(abs(interval.halfWidth - (high - low) / 2) < 1e-14)
  }

  @Test func noTrialsGiveNoInterval() {
    #expect(Interval.wilson(successes: 0, of: 0) == nil)
  }

  @Test func calibrationErrorWeighsBinsByTheirShare() throws {
    // Two bins: .52 .58 (one right of two) and .9 .9 .9 .98 (three right of four).
    let error = try #require(
      expectedCalibrationError(
        confidences: [0.52, 0.58, 0.9, 0.9, 0.9, 0.98],
        correct: [true, false, true, true, true, false], bins: 10))
    let low = abs(0.5 - 0.55) * 2
    let ninety = abs(1 - 0.9) * 3
    let high = abs(0 - 0.98)
    #expect(abs(error - (low + ninety + high) / 6) < 1e-15)
  }

  @Test func aConfidenceOnAnEdgeBelongsToTheBinBelow() {
    // One bin of 15 each: 1/15 below, 1 in the last, 0 in the first.
    #expect(expectedCalibrationError(confidences: [1], correct: [true]) == 0)
    #expect(expectedCalibrationError(confidences: [0], correct: [false]) == 0)
    // 0.5 and 0.4 share the bin (0, 0.5] of two: |1 - 0.9| / 2.
    let error = expectedCalibrationError(
      confidences: [0.5, 0.4], correct: [true, false], bins: 2)
    #expect(error.map { abs($0 - 0.05) < 1e-15 } == true)
  }

  @Test func calibrationErrorOfNothingIsUndetermined() {
    #expect(expectedCalibrationError(confidences: [], correct: []) == nil)
    #expect(expectedCalibrationError(confidences: [.nan], correct: [true]) == nil)
  }
}
