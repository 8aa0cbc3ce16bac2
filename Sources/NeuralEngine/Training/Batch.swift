import CKernels

/// The rows of one step, copied together.
final class Batch {
  let inputs: AlignedBuffer

  /// The rows with a loss: all but those of a class that the network does not have.
  private(set) var rowsWithLoss = 0

  private let stack: LayerStack
  private let maximumRows: Int
  private let labels: UnsafeMutableBufferPointer<Int32>
  private let targets: AlignedBuffer

  init(_ stack: LayerStack, maximumRows: Int) {
    self.stack = stack
    self.maximumRows = maximumRows
    inputs = AlignedBuffer(count: maximumRows * stack.inputShape.floatsPerSample)
    targets = AlignedBuffer(count: maximumRows)
    labels = .allocate(capacity: maximumRows)
    labels.initialize(repeating: 0)
  }

  deinit {
    labels.deallocate()
  }

  /// Copies rows of the samples; returns their labels or targets.
  func gather(
    _ samples: Samples, rows: UnsafeBufferPointer<Int32>, _ kernels: borrowing ck_kernels
  ) -> Answers {
    precondition(
      samples.features == stack.inputShape.width && samples.steps == stack.inputShape.steps,
      "samples of \(samples.features) features for a network of \(stack.inputShape.width)")
    precondition(rows.count <= maximumRows, "\(rows.count) rows in a batch of \(maximumRows)")
    guard let indices = rows.baseAddress, rows.count > 0 else {
      preconditionFailure("a step needs at least one row")
    }
    for row in rows { precondition(row >= 0 && row < samples.count, "row \(row) does not exist") }
    kernels.gather_rows(
      inputs.start, samples.inputs.start, indices, rows.count, samples.width)
    switch samples.answers {
    case .labels(let all):
      rowsWithLoss = 0
      for place in 0..<rows.count {
        let label = all[Int(indices[place])]
        labels[place] = label
        if label >= 0 && label < stack.architecture.outputs { rowsWithLoss += 1 }
      }
    case .targets(let all):
      rowsWithLoss = rows.count
      for place in 0..<rows.count { targets.start[place] = all[Int(indices[place])] }
      return .targets(targets.start)
    }
    guard let labels = labels.baseAddress else { preconditionFailure("a batch of no rows") }
    return .labels(labels)
  }
}
