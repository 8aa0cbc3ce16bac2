import NeuralEngine

/// The sums over an epoch's batches, in double.
struct EpochTotals {
  private(set) var rows = 0
  private(set) var correct = 0
  private(set) var absoluteError = 0.0
  private(set) var squaredError = 0.0
  private var dataLoss = 0.0
  private var penalties = 0.0

  /// Adds a batch.
  mutating func add(_ batch: BatchResult) {
    rows += batch.rows
    correct += batch.correct
    absoluteError += batch.absoluteError
    squaredError += batch.squaredError
    dataLoss += batch.dataLoss * Double(batch.rows)
    penalties += batch.penalty * Double(batch.rows)
  }

  /// The mean data loss of a row.
  var meanDataLoss: Double { dataLoss / Double(rows) }

  /// The mean penalty, weighted by the batches' rows.
  var meanPenalty: Double { penalties / Double(rows) }
}
