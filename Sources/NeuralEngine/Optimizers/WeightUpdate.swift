import CKernels

/// The end of a step: penalty, clipping, optimiser and running mean over all weights, in slices.
///
/// It is prepared by the trainer's thread and then only read, so that two threads may apply slices.
final class WeightUpdate {
  /// What each shard changes: slices of about as many weights.
  let slicesOfShards: [Range<Int>]

  /// Whether gradients are clipped: ``collect(_:)`` then has to be done for all slices before
  /// ``apply(_:sums:)``.
  let clips: Bool

  private var optimizer: any Optimizer
  private let configuration: OptimizerConfiguration
  private let network: Network
  private let base: AlignedBuffer
  private let state: OptimizerState
  private let slices: [Slice]

  private var rule = ck_rule()
  private var penalty = ck_penalty()
  private var isPulled = false
  private let gradients: AlignedBuffer
  private var otherGradients: UnsafePointer<Float>?
  private var gradientFactor: Float = 1
  private var averageGain: Float = 1

  /// A run of one parameter's weights.
  private struct Slice {
    let offset: Int
    let count: Int
    let fate: Fate
  }

  /// What becomes of a slice.
  private enum Fate {
    case stays, isTrained, isPenalised, isAveraged

    init(_ parameter: Parameter, isFrozen: Bool) {
      if isFrozen {
        self = .stays
      } else if parameter.role == .average {
        self = .isAveraged
      } else {
        self = parameter.isPenalised ? .isPenalised : .isTrained
      }
    }
  }

  /// The floats that go through all passes before the next ones, so that they are still in the first
  /// cache.
  private static let blockFloats = 2_048

  /// Creates the state of an optimiser; `gradients` are the first shard's, to which those of a second
  /// are added, and `base` the weights that penalties may pull to.
  init(
    _ configuration: OptimizerConfiguration, network: Network, gradients: AlignedBuffer,
    base: AlignedBuffer, frozen: Set<String>, shards: Int
  ) {
    let optimizer = configuration.makeOptimizer()
    let extent = network.stack.extent
    self.optimizer = optimizer
    self.configuration = configuration
    self.network = network
    self.base = base
    self.gradients = gradients
    clips = configuration.clipNorm != nil || configuration.clipValue != nil
    state = OptimizerState(
      optimizer, averages: configuration.averageMomentum != nil, extent: extent)
    let middle = shards == 2 ? paddedWidth(extent / 2) : extent
    var slices: [Slice] = []
    var ofFirst = 0
    for parameter in network.stack.parameters {
      let fate = Fate(parameter, isFrozen: frozen.contains(String(parameter.layer)))
      let whole = parameter.offset..<parameter.offset + parameter.extent
      for part in [whole.clamped(to: 0..<middle), whole.clamped(to: middle..<extent)]
      where !part.isEmpty {
        slices.append(Slice(offset: part.lowerBound, count: part.count, fate: fate))
        if part.upperBound <= middle { ofFirst += 1 }
      }
    }
    self.slices = slices
    slicesOfShards = shards == 2 ? [0..<ofFirst, ofFirst..<slices.count] : [0..<slices.count]
  }

  /// The running mean of the weights, if one is kept.
  var average: AlignedBuffer? { state.average }

  /// Begins the next step; `otherGradients` are the second shard's, when it had rows.
  func prepare(
    _ penalty: Penalty, learningRate: Double, otherGradients: UnsafePointer<Float>?
  ) {
    rule = optimizer.nextRule(learningRate: learningRate)
    rule.weight_decay = Float(configuration.weightDecay * learningRate)
    self.penalty = penalty.kernelPenalty
    self.penalty.base = penalty.pull == .base ? UnsafePointer(base.start) : nil
    isPulled = !penalty.isOff
    self.otherGradients = otherGradients
    gradientFactor = 1
    averageGain = state.hasStepped ? Float(1 - (configuration.averageMomentum ?? 0)) : 1
    state.hasStepped = true
  }

  /// Makes the gradients of some slices those of loss and penalty, cut at ``OptimizerConfiguration/clipValue``.
  ///
  /// - Returns: The sum of their squares.
  func collect(_ range: Range<Int>) -> Double {
    var squares = 0.0
    let kernels = network.kernels.pointee
    forEachBlock(range) { start, count, fate in
      guard fate == .isTrained || fate == .isPenalised else { return }
      if let other = otherGradients { kernels.add(gradients.start + start, other + start, count) }
      if isPulled && fate == .isPenalised {
        var pull = pull(at: start)
        kernels.penalise(gradients.start + start, network.flat.start + start, count, &pull)
      }
      if let limit = configuration.clipValue {
        kernels.clamp(gradients.start + start, count, Float(limit))
      }
      squares += kernels.sum_of_squares(gradients.start + start, count)
    }
    return squares
  }

  /// Ends the collecting, given the sum of squares of all gradients.
  func clip(squares: Double) {
    if let limit = configuration.clipNorm {
      gradientFactor = Float(limit / max(squares.squareRoot(), limit))
    }
    otherGradients = nil
    penalty.gradient_l1 = 0
    penalty.twice_l2 = 0
  }

  /// Changes the weights of some slices, and adds to `sums` what their penalty was made of before.
  func apply(_ range: Range<Int>, sums: inout ck_penalty_sums) {
    guard otherGradients != nil || gradientFactor != 1 || state.average != nil else {
      for slice in slices[range] {
        apply(from: slice.offset, count: slice.count, slice.fate, &sums)
      }
      return
    }
    let kernels = network.kernels.pointee
    forEachBlock(range) { start, count, fate in
      let isTrained = fate == .isTrained || fate == .isPenalised
      if isTrained {
        if let other = otherGradients { kernels.add(gradients.start + start, other + start, count) }
        if gradientFactor != 1 { kernels.scale(gradients.start + start, count, gradientFactor) }
      }
      apply(from: start, count: count, fate, &sums)
      guard let average = state.average else { return }
      if isTrained {
        kernels.blend(average.start + start, network.flat.start + start, count, averageGain)
      } else {
        (average.start + start).update(from: network.flat.start + start, count: count)
      }
    }
  }

  private func forEachBlock(_ range: Range<Int>, _ body: (Int, Int, Fate) -> Void) {
    for slice in slices[range] {
      let end = slice.offset + slice.count
      for start in stride(from: slice.offset, to: end, by: WeightUpdate.blockFloats) {
        body(start, min(WeightUpdate.blockFloats, end - start), slice.fate)
      }
    }
  }

  private func pull(at offset: Int) -> ck_penalty {
    var pull = penalty
    pull.base = pull.base.map { $0 + offset }
    return pull
  }

  private func apply(
    from offset: Int, count: Int, _ fate: Fate, _ sums: inout ck_penalty_sums
  ) {
    switch fate {
    case .stays: return
    case .isAveraged:
      return network.kernels.pointee.blend(
        network.flat.start + offset, gradients.start + offset, count,
        1 - BatchNormalizationLayer.momentum)
    case .isTrained, .isPenalised: break
    }
    var pull = pull(at: offset)
    withUnsafePointer(to: &pull) { pull in
      var update = ck_update(
        n: count, weights: network.flat.start + offset,
        gradients: UnsafePointer(gradients.start + offset),
        first: state.first.map { $0.start + offset },
        second: state.second.map { $0.start + offset },
        third: state.third.map { $0.start + offset }, rule: rule,
        penalty: isPulled && fate == .isPenalised ? pull : nil)
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
