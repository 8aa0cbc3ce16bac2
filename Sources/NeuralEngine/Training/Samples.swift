/// The inputs of one split with its labels or targets, in the engine's precision.
///
/// Stays on the thread that made it.
public final class Samples {
  /// The rows, or series.
  public let count: Int

  /// The inputs of one row, or of one step.
  public let features: Int

  /// The steps of a series; `nil` for rows that are no series.
  public let steps: Int?

  private let labels: UnsafeMutableBufferPointer<Int32>
  private let targets: AlignedBuffer?
  let inputs: AlignedBuffer

  /// The floats of one sample.
  var width: Int { features * (steps ?? 1) }

  /// Creates samples with a class each.
  ///
  /// - Parameters:
  ///   - inputs: Row-major, `features` (times `steps`) numbers a sample.
  ///   - features: The inputs of one row, or of one step.
  ///   - steps: The steps of a series.
  ///   - labels: Class numbers from 0; -1 for a class that the network does not have, which counts
  ///     as wrong and is left out of the loss.
  /// - Precondition: The counts fit together.
  public init(inputs: [Float], features: Int, steps: Int? = nil, labels: [Int32]) {
    count = labels.count
    self.features = features
    self.steps = steps
    self.inputs = Samples.copy(inputs, samples: labels.count, width: features * (steps ?? 1))
    self.labels = .allocate(capacity: max(labels.count, 1))
    _ = self.labels.initialize(from: labels)
    targets = nil
  }

  /// Creates samples with a number each.
  ///
  /// - Parameters:
  ///   - inputs: Row-major, `features` (times `steps`) numbers a sample.
  ///   - features: The inputs of one row, or of one step.
  ///   - steps: The steps of a series.
  ///   - targets: The numbers to predict.
  /// - Precondition: The counts fit together.
  public init(inputs: [Float], features: Int, steps: Int? = nil, targets: [Float]) {
    count = targets.count
    self.features = features
    self.steps = steps
    self.inputs = Samples.copy(inputs, samples: targets.count, width: features * (steps ?? 1))
    self.targets = Samples.copy(targets, samples: targets.count, width: 1)
    labels = .allocate(capacity: 1)
  }

  deinit {
    labels.deallocate()
  }

  private static func copy(_ values: [Float], samples: Int, width: Int) -> AlignedBuffer {
    precondition(
      width > 0 && values.count == samples * width,
      "\(values.count) values for \(samples) samples of \(width)")
    let buffer = AlignedBuffer(count: values.count)
    _ = buffer.floats.update(from: values)
    return buffer
  }

  /// The labels or targets from the first row on.
  var answers: Answers {
    if let targets { return .targets(targets.start) }
    guard let labels = labels.baseAddress else { preconditionFailure("samples without labels") }
    return .labels(labels)
  }
}
