/// The rows of one step, checked, with their labels or targets copied together.
final class Batch {
  /// The rows with a loss: all but those of a class that the network does not have.
  private(set) var rowsWithLoss = 0

  private let stack: LayerStack
  private let maximumRows: Int
  private let labels: UnsafeMutablePointer<Int32>
  private let targets: AlignedBuffer

  init(_ stack: LayerStack, maximumRows: Int) {
    self.stack = stack
    self.maximumRows = maximumRows
    targets = AlignedBuffer(count: maximumRows)
    labels = .allocate(capacity: maximumRows)
    labels.initialize(repeating: 0, count: maximumRows)
  }

  deinit {
    labels.deallocate()
  }

  /// Checks the rows, and copies their labels or targets.
  ///
  /// - Returns: The rows' numbers, and what the network should say about them.
  func take(
    _ samples: Samples, rows: UnsafeBufferPointer<Int32>
  ) -> (indices: UnsafePointer<Int32>, answers: Answers) {
    precondition(
      samples.features == stack.inputShape.width && samples.steps == stack.inputShape.steps,
      "samples of \(samples.features) features for a network of \(stack.inputShape.width)")
    precondition(
      samples.lengths == nil || stack.architecture.takesUnevenSeries,
      "series of unequal length for layers that need equal ones")
    precondition(rows.count <= maximumRows, "\(rows.count) rows in a batch of \(maximumRows)")
    guard let indices = rows.baseAddress, rows.count > 0 else {
      preconditionFailure("a step needs at least one row")
    }
    for row in rows { precondition(row >= 0 && row < samples.count, "row \(row) does not exist") }
    switch samples.answers {
    case .labels(let all):
      rowsWithLoss = 0
      for place in 0..<rows.count {
        let label = all[Int(indices[place])]
        labels[place] = label
        if label >= 0 && label < stack.architecture.outputs { rowsWithLoss += 1 }
      }
      return (indices, .labels(labels))
    case .targets(let all):
      rowsWithLoss = rows.count
      for place in 0..<rows.count { targets.start[place] = all[Int(indices[place])] }
      return (indices, .targets(targets.start))
    }
  }
}
