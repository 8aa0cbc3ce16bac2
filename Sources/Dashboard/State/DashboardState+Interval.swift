import Runs
import Shift

extension DashboardState {
  /// Half the width of the 95 % interval of an accuracy on test, as if it had been that; `nil` in regression.
  func halfWidth(of metrics: Metrics, split: Split = .test) -> Double? {
    ScoreIntervals(
      train: nil, validation: nil, test: metrics, rows: [.test: data?.rows[split] ?? 0]
    ).test?.halfWidth
  }

  /// How sure the newest scores and gaps are; of a regression only those of a run that has ended.
  var intervals: ScoreIntervals {
    guard task == .classification else { return run?.result?.intervals ?? ScoreIntervals() }
    return ScoreIntervals(
      train: run?.latest?.train ?? base?.train, validation: run?.validation ?? base?.validation,
      test: run?.test ?? base?.test, rows: data?.rows ?? [:])
  }
}
