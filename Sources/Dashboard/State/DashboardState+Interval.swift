import Runs
import Shift

extension DashboardState {
  /// Half the width of the 95 % interval of a test accuracy; `nil` in regression.
  ///
  /// Wilson's, of as many trials as test has rows.
  func halfWidth(of test: Metrics) -> Double? {
    guard let accuracy = test.accuracy, accuracy.isFinite, let rows = data?.rows[.test], rows > 0
    else { return nil }
    let right = Int((max(0, min(1, accuracy)) * Double(rows)).rounded())
    return Interval.wilson(successes: min(rows, right), of: rows)?.halfWidth
  }
}
