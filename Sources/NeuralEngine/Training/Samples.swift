/// The inputs of one split with its labels or targets, in the engine's precision.
///
/// Stays on the thread that made it.
public final class Samples {
  /// The rows, or series.
  public let count: Int

  /// The inputs of one row, or of one step.
  public let features: Int

  /// The steps that there is room for in a series; `nil` for rows that are no series.
  public let steps: Int?

  /// The steps of each series; `nil` when all have ``steps``, or none.
  let lengths: UnsafePointer<Int32>?

  private let labels: UnsafeMutableBufferPointer<Int32>
  private let targets: AlignedBuffer?

  /// The factor of each sample's loss; `nil` when every one is 1.
  let weights: AlignedBuffer?

  let inputs: AlignedBuffer

  /// The floats of one sample.
  var width: Int { features * (steps ?? 1) }

  /// Creates samples with a class each.
  ///
  /// - Parameters:
  ///   - inputs: Row-major, `features` numbers a row or step; of series one after another.
  ///   - features: The inputs of one row, or of one step.
  ///   - steps: The steps of a series, or of the longest.
  ///   - lengths: The steps of each series; `nil` when all have `steps`.
  ///   - labels: Class numbers from 0; -1 for a class that the network does not have, which counts
  ///     as wrong and is left out of the loss.
  ///   - weights: The factor of each sample's loss, not negative; `nil` is 1.
  /// - Precondition: The counts fit together, and lengths are from 1 to `steps`.
  public init(
    inputs: [Float], features: Int, steps: Int? = nil, lengths: [Int]? = nil, labels: [Int32],
    weights: [Float]? = nil
  ) {
    count = labels.count
    self.features = features
    self.steps = steps
    self.inputs = Samples.padded(
      inputs, samples: labels.count, features: features, steps: steps, lengths: lengths)
    self.lengths = Samples.uneven(lengths, steps: steps)
    self.labels = .allocate(capacity: max(labels.count, 1))
    _ = self.labels.initialize(from: labels)
    targets = nil
    self.weights = Samples.checked(weights, samples: labels.count)
  }

  /// Creates samples with a number each.
  ///
  /// - Parameters:
  ///   - inputs: Row-major, `features` numbers a row or step; of series one after another.
  ///   - features: The inputs of one row, or of one step.
  ///   - steps: The steps of a series, or of the longest.
  ///   - lengths: The steps of each series; `nil` when all have `steps`.
  ///   - targets: The numbers to predict.
  ///   - weights: The factor of each sample's loss, not negative; `nil` is 1.
  /// - Precondition: The counts fit together, and lengths are from 1 to `steps`.
  public init(
    inputs: [Float], features: Int, steps: Int? = nil, lengths: [Int]? = nil, targets: [Float],
    weights: [Float]? = nil
  ) {
    count = targets.count
    self.features = features
    self.steps = steps
    self.inputs = Samples.padded(
      inputs, samples: targets.count, features: features, steps: steps, lengths: lengths)
    self.lengths = Samples.uneven(lengths, steps: steps)
    self.targets = Samples.copy(targets)
    labels = .allocate(capacity: 1)
    self.weights = Samples.checked(weights, samples: targets.count)
  }

  deinit {
    labels.deallocate()
    lengths?.deallocate()
  }

  /// Series from the start of their room, zeros behind them.
  private static func padded(
    _ values: [Float], samples: Int, features: Int, steps: Int?, lengths: [Int]?
  ) -> AlignedBuffer {
    let room = steps ?? 1
    precondition(features > 0 && room > 0, "\(room) steps of \(features) features")
    guard let lengths else {
      precondition(
        values.count == samples * room * features,
        "\(values.count) values for \(samples) samples of \(room * features)")
      return copy(values)
    }
    precondition(
      lengths.count == samples && lengths.allSatisfy { (1...room).contains($0) }
        && values.count == lengths.reduce(0, +) * features,
      "\(values.count) values for \(samples) samples of up to \(room) steps")
    let buffer = AlignedBuffer(count: samples * room * features)
    var start = 0
    for (sample, length) in lengths.enumerated() {
      for place in 0..<length * features {
        buffer.start[sample * room * features + place] = values[start + place]
      }
      start += length * features
    }
    return buffer
  }

  private static func checked(_ weights: [Float]?, samples: Int) -> AlignedBuffer? {
    guard let weights else { return nil }
    precondition(
      weights.count == samples && weights.allSatisfy { $0.isFinite && $0 >= 0 },
      "\(weights.count) weights for \(samples) samples")
    return copy(weights)
  }

  private static func copy(_ values: [Float]) -> AlignedBuffer {
    let buffer = AlignedBuffer(count: values.count)
    _ = buffer.floats.update(from: values)
    return buffer
  }

  private static func uneven(_ lengths: [Int]?, steps: Int?) -> UnsafePointer<Int32>? {
    guard let lengths, lengths.contains(where: { $0 != steps }) else { return nil }
    let copy = UnsafeMutablePointer<Int32>.allocate(capacity: lengths.count)
    for (place, length) in lengths.enumerated() {
      (copy + place).initialize(to: Int32(clamping: length))
    }
    return UnsafePointer(copy)
  }

  /// The labels or targets from the first row on.
  var answers: Answers {
    if let targets { return .targets(targets.start) }
    guard let labels = labels.baseAddress else { preconditionFailure("samples without labels") }
    return .labels(labels)
  }
}
