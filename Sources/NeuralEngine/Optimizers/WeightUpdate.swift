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

  private(set) var optimizer: any Optimizer
  private let configuration: OptimizerConfiguration
  let network: Network
  private let base: AlignedBuffer
  let state: OptimizerState
  private let slices: [Slice]

  let parameters: [Parameter]
  let isFrozen: [Bool]
  private let frozen: Set<String>

  private(set) var rule = ck_rule()
  private(set) var penalty: Penalty
  private(set) var pulls: [ParameterPull] = []
  private(set) var groups: GroupLasso?
  private let gradients: AlignedBuffer
  private var otherGradients: UnsafePointer<Float>?
  private var gradientFactor: Float = 1
  private var averageGain: Float = 1

  /// Whether the pulls stand in the gradients already.
  private var isCollected = false

  /// A run of one parameter's weights.
  private struct Slice {
    let offset: Int
    let count: Int
    let parameter: Int
    let fate: Fate
  }

  /// What becomes of a slice.
  private enum Fate {
    case stays, isTrained, isAveraged
  }

  /// The floats that go through all passes before the next ones, so that they are still in the first
  /// cache.
  private static let blockFloats = 2_048

  /// Creates the state of an optimiser; `gradients` are the first shard's, to which those of a second
  /// are added, and `base` the weights that penalties may pull to.
  init(
    _ configuration: OptimizerConfiguration, penalty: Penalty, network: Network,
    gradients: AlignedBuffer, base: AlignedBuffer, frozen: Set<String>, shards: Int
  ) {
    let optimizer = configuration.makeOptimizer()
    let extent = network.stack.extent
    self.optimizer = optimizer
    self.configuration = configuration
    self.network = network
    self.base = base
    self.gradients = gradients
    self.penalty = penalty
    self.frozen = frozen
    parameters = network.stack.parameters
    let isFrozen = parameters.map { frozen.contains(String($0.layer)) }
    self.isFrozen = isFrozen
    clips = configuration.clipNorm != nil || configuration.clipValue != nil
    state = OptimizerState(
      optimizer, averages: configuration.averageMomentum != nil, extent: extent)
    let middle = shards == 2 ? paddedWidth(extent / 2) : extent
    var slices: [Slice] = []
    var ofFirst = 0
    for (index, parameter) in network.stack.parameters.enumerated() {
      let fate: Fate =
        isFrozen[index] ? .stays : parameter.role == .average ? .isAveraged : .isTrained
      let whole = parameter.offset..<parameter.offset + parameter.extent
      for part in [whole.clamped(to: 0..<middle), whole.clamped(to: middle..<extent)]
      where !part.isEmpty {
        slices.append(
          Slice(offset: part.lowerBound, count: part.count, parameter: index, fate: fate))
        if part.upperBound <= middle { ofFirst += 1 }
      }
    }
    self.slices = slices
    slicesOfShards = shards == 2 ? [0..<ofFirst, ofFirst..<slices.count] : [0..<slices.count]
    set(penalty)
  }

  /// Takes over a penalty from the next step on; allocates.
  func set(_ penalty: Penalty) {
    self.penalty = penalty
    groups = GroupLasso(
      network.stack, penalty: penalty, frozen: frozen, kernels: network.kernels)
    pulls = penalty.pulls(at: parameters, of: network.stack, frozen: frozen)
  }

  /// The weights that penalties pull to; `nil` is zero.
  var pullBase: UnsafePointer<Float>? {
    penalty.pull == .base ? UnsafePointer(base.start) : nil
  }

  /// The running mean of the weights, if one is kept.
  var average: AlignedBuffer? { state.average }

  /// Begins the next step; `otherGradients` are the second shard's, when it had rows.
  func prepare(learningRate: Double, otherGradients: UnsafePointer<Float>?) {
    rule = optimizer.nextRule(learningRate: learningRate)
    rule.weight_decay = Float(configuration.weightDecay * learningRate)
    isCollected = false
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
    forEachBlock(range) { start, count, slice in
      guard slice.fate == .isTrained else { return }
      if let other = otherGradients { kernels.add(gradients.start + start, other + start, count) }
      if !pulls[slice.parameter].isOff {
        var pull = pull(of: slice.parameter, at: start)
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
    isCollected = true
  }

  /// Changes the weights of some slices.
  ///
  /// - Returns: The penalty on each weight alone, of the weights before.
  func apply(_ range: Range<Int>) -> Double {
    var value = 0.0
    guard gradientFactor != 1 || state.average != nil else {
      for slice in slices[range] { value += apply(slice, from: slice.offset, count: slice.count) }
      return value
    }
    let kernels = network.kernels.pointee
    forEachBlock(range) { start, count, slice in
      let isTrained = slice.fate == .isTrained
      if isTrained, gradientFactor != 1 {
        kernels.scale(gradients.start + start, count, gradientFactor)
      }
      value += apply(slice, from: start, count: count)
      guard let average = state.average else { return }
      if isTrained {
        kernels.blend(average.start + start, network.flat.start + start, count, averageGain)
      } else {
        (average.start + start).update(from: network.flat.start + start, count: count)
      }
    }
    return value
  }

  private func forEachBlock(_ range: Range<Int>, _ body: (Int, Int, Slice) -> Void) {
    for slice in slices[range] {
      let end = slice.offset + slice.count
      for start in stride(from: slice.offset, to: end, by: WeightUpdate.blockFloats) {
        body(start, min(WeightUpdate.blockFloats, end - start), slice)
      }
    }
  }

  private func pull(of parameter: Int, at offset: Int) -> ck_penalty {
    var pull = pulls[parameter].kernelPenalty(penalty.l1Mode)
    pull.base = pullBase.map { $0 + offset }
    if isCollected {
      pull.gradient_l1 = 0
      pull.twice_l2 = 0
    }
    return pull
  }

  private func apply(_ slice: Slice, from offset: Int, count: Int) -> Double {
    switch slice.fate {
    case .stays: return 0
    case .isAveraged:
      network.kernels.pointee.blend(
        network.flat.start + offset, gradients.start + offset, count,
        1 - BatchNormalizationLayer.momentum)
      return 0
    case .isTrained: break
    }
    let strengths = pulls[slice.parameter]
    var pull = pull(of: slice.parameter, at: offset)
    var sums = ck_penalty_sums()
    withUnsafePointer(to: &pull) { pull in
      var update = ck_update(
        n: count, weights: network.flat.start + offset,
        gradients: UnsafePointer(gradients.start + offset),
        more_gradients: otherGradients.map { $0 + offset },
        first: state.first.map { $0.start + offset },
        second: state.second.map { $0.start + offset },
        third: state.third.map { $0.start + offset }, rule: rule,
        penalty: strengths.isOff ? nil : pull)
      optimizer.kernel(of: network.kernels.pointee)(&update, &sums)
    }
    return strengths.value(of: sums)
  }
}
