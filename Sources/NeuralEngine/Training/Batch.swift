/// The rows of one step, checked, with their labels or targets copied together.
final class Batch {
  /// The rows with a loss: all but those of a class that the network does not have.
  private(set) var rowsWithLoss = 0

  private let stack: LayerStack
  private let maximumRows: Int
  private let labels: UnsafeMutablePointer<Int32>
  private let targets: AlignedBuffer
  private let weights: AlignedBuffer
  private let classes: Int

  /// A factor for the loss of the rows of each class; `nil` is 1.
  var classWeights: [Float]? {
    didSet { precondition(classWeights?.count ?? classes == classes, "a weight for each class") }
  }

  init(_ stack: LayerStack, loss: LossFunction, maximumRows: Int) {
    self.stack = stack
    classes = loss.classes(ofOutputs: stack.architecture.outputs)
    weights = AlignedBuffer(count: maximumRows)
    self.maximumRows = maximumRows
    targets = AlignedBuffer(count: maximumRows)
    labels = .allocate(capacity: maximumRows)
    labels.initialize(repeating: 0, count: maximumRows)
  }

  deinit {
    labels.deallocate()
  }

  /// Checks the rows, and copies their labels or targets, and their weights if there are any.
  ///
  /// - Returns: The rows' numbers, what the network should say about them, and the factors of their
  ///   losses.
  func take(
    _ samples: Samples, rows: UnsafeBufferPointer<Int32>
  ) -> (
    indices: UnsafePointer<Int32>, answers: Answers, weights: UnsafePointer<Float>?
  ) {
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
        if label >= 0 && label < classes { rowsWithLoss += 1 }
      }
      return (indices, .labels(labels), weigh(samples, indices, rows.count))
    case .targets(let all):
      rowsWithLoss = rows.count
      for place in 0..<rows.count { targets.start[place] = all[Int(indices[place])] }
      return (indices, .targets(targets.start), weigh(samples, indices, rows.count))
    }
  }

  /// The weights of the rows: of the samples, times those of their classes.
  private func weigh(
    _ samples: Samples, _ indices: UnsafePointer<Int32>, _ count: Int
  ) -> UnsafePointer<Float>? {
    guard samples.weights != nil || classWeights != nil else { return nil }
    for place in 0..<count {
      var weight = samples.weights.map { $0.start[Int(indices[place])] } ?? 1
      if let classWeights, labels[place] >= 0, labels[place] < classes {
        weight *= classWeights[Int(labels[place])]
      }
      weights.start[place] = weight
    }
    return UnsafePointer(weights.start)
  }
}
