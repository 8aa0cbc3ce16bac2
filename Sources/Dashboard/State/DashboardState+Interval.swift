import Runs
import Shift

extension DashboardState {
  /// Half the width of the 95 % interval of an accuracy; `nil` in regression.
  ///
  /// Wilson's, of as many trials as the split has rows.
  func halfWidth(of metrics: Metrics, split: Split = .test) -> Double? {
    guard let accuracy = metrics.accuracy, accuracy.isFinite, let rows = data?.rows[split], rows > 0
    else { return nil }
    let right = Int((max(0, min(1, accuracy)) * Double(rows)).rounded())
    return Interval.wilson(successes: min(rows, right), of: rows)?.halfWidth
  }
}
