import Runs

/// A change, and what became of the test score since.
struct ChangeMark: Sendable, Equatable {
  /// A score and when it was reached.
  struct Peak: Sendable, Equatable {
    var epoch: Int
    var score: Double
  }

  /// What was altered, and when.
  let change: Change

  /// The test score when it was altered.
  let scoreBefore: Double?

  /// The best test score since.
  private(set) var peak: Peak?

  init(change: Change, scoreBefore: Double?) {
    self.change = change
    self.scoreBefore = scoreBefore
  }

  /// Takes down the test score of an epoch after the change.
  mutating func note(score: Double, epoch: Int) {
    guard score.isFinite, score > peak?.score ?? -.infinity else { return }
    peak = Peak(epoch: epoch, score: score)
  }

  /// Its place on the axis of epochs: the middle of epoch 3 is at 2.5.
  func place(batchesPerEpoch: Int) -> Double {
    let share = Double(max(0, change.batch - 1)) / Double(max(1, batchesPerEpoch))
    return Double(max(1, change.epoch) - 1) + min(1, share)
  }
}
