import Runs
import TerminalUI

/// A run as the screen remembers it: its curves, its changes, how it ended.
struct RunHistory: Sendable, Equatable {
  /// How it began.
  let header: RunHeader

  /// The data losses; their first point is the base's, at epoch 0.
  private(set) var loss = SplitCurves()

  /// The accuracies or, in regression, R2.
  private(set) var score = SplitCurves()

  /// The epoch that was completed last.
  private(set) var latest: EpochRecord?

  /// The newest metrics on validation and test, which need not be of the last epoch.
  private(set) var validation: Metrics?
  private(set) var test: Metrics?

  /// What was altered while it went on.
  private(set) var changes: [ChangeMark] = []

  /// The best test score so far, and its epoch.
  private(set) var bestTest: ChangeMark.Peak?

  /// How it did on the single rows of test.
  private(set) var outcomes = OutcomeHistory()

  /// What it came to, once it has ended.
  private(set) var result: RunResult?

  /// The batches of an epoch, as far as they are known; they place a change within its epoch.
  var batchesPerEpoch = 0

  init(header: RunHeader, base: BaseSummary?, smoothing: Double) {
    self.header = header
    smooth(by: smoothing)
    guard let base else { return }
    validation = base.validation
    test = base.test
    append(epoch: 0, train: base.train, validation: base.validation, test: base.test)
  }

  /// The number of the run in the session.
  var number: Int { header.number }

  /// The completed epochs.
  var epoch: Int { latest?.epoch ?? 0 }

  /// The weight of the curves' moving average.
  var smoothing: Double { score.test.smoothing }

  /// Adds a completed epoch.
  mutating func append(_ record: EpochRecord) {
    latest = record
    if let rows = record.testOutcomes { outcomes.append(rows, epoch: record.epoch) }
    result = nil
    validation = record.validation ?? validation
    test = record.test ?? test
    append(
      epoch: record.epoch, train: record.train, validation: record.validation, test: record.test)
    guard let score = record.test?.score else { return }
    if !changes.isEmpty { changes[changes.count - 1].note(score: score, epoch: record.epoch) }
    if score > bestTest?.score ?? -.infinity {
      bestTest = ChangeMark.Peak(epoch: record.epoch, score: score)
    }
  }

  /// Takes down a setting that took effect.
  mutating func append(_ change: Change) {
    changes.append(ChangeMark(change: change, scoreBefore: test?.score))
  }

  /// Takes down the end of the run.
  mutating func end(_ result: RunResult) {
    self.result = result
  }

  /// Draws the curves with another weight of their moving average.
  mutating func smooth(by weight: Double) {
    loss.smooth(by: weight)
    score.smooth(by: weight)
  }

  private mutating func append(epoch: Int, train: Metrics, validation: Metrics?, test: Metrics?) {
    loss.append(
      epoch: epoch, train: train.loss, validation: validation?.loss, test: test?.loss)
    score.append(
      epoch: epoch, train: train.score, validation: validation?.score, test: test?.score)
  }
}
