import CKernels

/// The end of a step: one pass of penalty and optimiser over all weights, in slices.
///
/// It is prepared by the trainer's thread and then only read, so that two threads may apply slices.
final class WeightUpdate {
  /// What each shard changes: slices of about as many weights.
  let slicesOfShards: [Range<Int>]

  private var optimizer: any Optimizer
  private let weightDecay: Double
  private let network: Network
  private let base: AlignedBuffer
  private let first: AlignedBuffer?
  private let second: AlignedBuffer?
  private let third: AlignedBuffer?
  private let slices: [Slice]

  private var rule = ck_rule()
  private var penalty = ck_penalty()
  private var isPulled = false
  private let gradients: AlignedBuffer
  private var otherGradients: UnsafePointer<Float>?

  /// A run of one parameter's weights.
  private struct Slice {
    let offset: Int
    let count: Int
    let isPenalised: Bool
  }

  /// The floats that are added up before they are used, so that they are still in the first cache.
  private static let blockFloats = 2_048

  /// Creates the state of an optimiser; `gradients` are the first shard's, to which those of a second
  /// are added, and `base` the weights that penalties may pull to.
  init(
    _ configuration: OptimizerConfiguration, network: Network, gradients: AlignedBuffer,
    base: AlignedBuffer, shards: Int
  ) {
    let optimizer = configuration.makeOptimizer()
    let extent = network.stack.extent
    func buffer(_ slot: OptimizerSlots) -> AlignedBuffer? {
      optimizer.slots.contains(slot) ? AlignedBuffer(count: extent) : nil
    }
    self.optimizer = optimizer
    self.network = network
    self.base = base
    self.gradients = gradients
    weightDecay = configuration.weightDecay
    first = buffer(.first)
    second = buffer(.second)
    third = buffer(.third)
    second?.floats.update(repeating: optimizer.initialSecond)
    let middle = shards == 2 ? paddedWidth(extent / 2) : extent
    var slices: [Slice] = []
    var ofFirst = 0
    for parameter in network.stack.parameters {
      let whole = parameter.offset..<parameter.offset + parameter.extent
      for part in [whole.clamped(to: 0..<middle), whole.clamped(to: middle..<extent)]
      where !part.isEmpty {
        slices.append(
          Slice(
            offset: part.lowerBound, count: part.count, isPenalised: parameter.isPenalised))
        if part.upperBound <= middle { ofFirst += 1 }
      }
    }
    self.slices = slices
    slicesOfShards = shards == 2 ? [0..<ofFirst, ofFirst..<slices.count] : [0..<slices.count]
  }

  /// Begins the next step; `otherGradients` are the second shard's, when it had rows.
  func prepare(
    _ penalty: Penalty, learningRate: Double, otherGradients: UnsafePointer<Float>?
  ) {
    rule = optimizer.nextRule(learningRate: learningRate)
    rule.weight_decay = Float(weightDecay * learningRate)
    self.penalty = penalty.kernelPenalty
    self.penalty.base = penalty.pull == .base ? UnsafePointer(base.start) : nil
    isPulled = !penalty.isOff
    self.otherGradients = otherGradients
  }

  /// Changes the weights of some slices, and adds to `sums` what their penalty was made of before.
  func apply(_ range: Range<Int>, sums: inout ck_penalty_sums) {
    for slice in slices[range] {
      guard let other = otherGradients else {
        apply(from: slice.offset, count: slice.count, slice.isPenalised, &sums)
        continue
      }
      let end = slice.offset + slice.count
      for start in stride(from: slice.offset, to: end, by: WeightUpdate.blockFloats) {
        let count = min(WeightUpdate.blockFloats, end - start)
        network.kernels.pointee.add(gradients.start + start, other + start, count)
        apply(from: start, count: count, slice.isPenalised, &sums)
      }
    }
  }

  private func apply(
    from offset: Int, count: Int, _ isPenalised: Bool, _ sums: inout ck_penalty_sums
  ) {
    var pull = penalty
    pull.base = pull.base.map { $0 + offset }
    withUnsafePointer(to: &pull) { pull in
      var update = ck_update(
        n: count, weights: network.flat.start + offset,
        gradients: UnsafePointer(gradients.start + offset),
        first: first.map { $0.start + offset }, second: second.map { $0.start + offset },
        third: third.map { $0.start + offset }, rule: rule,
        penalty: isPulled && isPenalised ? pull : nil)
      optimizer.kernel(of: network.kernels.pointee)(&update, &sums)
    }
  }
}

extension Penalty {
  /// The pull on every weight, as the kernels take it.
  var kernelPenalty: ck_penalty {
    ck_penalty(
      gradient_l1: l1Mode == .subgradient ? Float(l1) : 0, twice_l2: Float(2 * l2),
      proximal_l1: l1Mode == .proximal ? Float(l1) : 0, base: nil)
  }

  /// The value, given the sums over all pulled weights.
  func value(of sums: ck_penalty_sums) -> Double {
    (l1 == 0 ? 0 : l1 * sums.absolute) + (l2 == 0 ? 0 : l2 * sums.squares)
  }
}
