import NeuralEngine

/// The order in which an epoch visits the rows, cut into batches; its buffer is made once.
struct EpochOrder {
  private var rows: [Int32]
  /// The rows of a batch: all rows when more are asked for than there are.
  let batchSize: Int
  private let seed: UInt64
  private let shuffles: Bool

  /// Creates the order of the file.
  ///
  /// - Precondition: The batch size is above 0.
  init(count: Int, batchSize: Int, seed: UInt64, shuffles: Bool) {
    rows = Array(0..<Int32(clamping: count))
    precondition(batchSize > 0, "a batch of \(batchSize) rows")
    self.batchSize = min(batchSize, max(count, 1))
    self.seed = seed
    self.shuffles = shuffles
  }

  /// The batches of an epoch; the last one may be smaller.
  var batches: Int { (rows.count + batchSize - 1) / batchSize }

  /// Draws the order of an epoch, counted from 1; it depends on the seed and the epoch alone.
  mutating func draw(epoch: Int) {
    guard shuffles else { return }
    rows.withUnsafeMutableBufferPointer { fillPermutation($0, seed: seed, epoch: epoch) }
  }

  /// Calls `body` with the rows of a batch, counted from 0.
  func withBatch<Result>(_ batch: Int, _ body: (UnsafeBufferPointer<Int32>) -> Result) -> Result {
    let start = batch * batchSize
    return rows.withUnsafeBufferPointer { rows in
      body(UnsafeBufferPointer(rebasing: rows[start..<min(start + batchSize, rows.count)]))
    }
  }
}
