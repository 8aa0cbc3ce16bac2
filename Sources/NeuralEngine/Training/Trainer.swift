import CKernels

/// Trains a network, one batch a step.
///
/// A step allocates nothing. It is a function of the weights, the optimiser's state, the settings,
/// the rows, the seed and the step's number. Steps that are long enough are shared out between two
/// threads, which alters no weight: see ``ShardPlan``.
public final class Trainer {
  /// The network that is trained.
  public let network: Network

  /// The penalty from the next step on.
  public var penalty: Penalty {
    didSet { if penalty != oldValue { update.set(penalty) } }
  }

  /// The learning rate from the next step on.
  public var learningRate: Double

  /// A factor for the loss of each class's rows, one a class; `nil` is 1.
  ///
  /// It acts while training, and not on what is evaluated, as Keras's `class_weight` does.
  public var classWeights: [Float]? {
    get { batch.classWeights }
    set { batch.classWeights = newValue }
  }

  /// The steps made.
  public private(set) var steps = 0

  private let loss: LossFunction
  private let seed: UInt64
  private let team: Team
  private let base: AlignedBuffer
  private let batch: Batch
  private let update: WeightUpdate

  /// Creates a trainer; its base weights are the network's at this moment.
  ///
  /// - Parameters:
  ///   - network: The network whose weights are changed.
  ///   - loss: What is minimised besides the penalty.
  ///   - optimizer: The optimiser's settings.
  ///   - penalty: The penalty of the first step.
  ///   - frozen: The layers, by name, whose weights stay as they are; they have no penalty, and a
  ///     `batchnorm` among them works as at evaluation.
  ///   - batchSize: The most rows of a step.
  ///   - seed: The seed of what is drawn while training, such as dropout.
  /// - Precondition: `batchSize` is above 0.
  public convenience init(
    network: Network, loss: LossFunction, optimizer: OptimizerConfiguration,
    penalty: Penalty = Penalty(), frozen: Set<String> = [], batchSize: Int, seed: UInt64
  ) {
    self.init(
      network: network, loss: loss, optimizer: optimizer, penalty: penalty, frozen: frozen,
      batchSize: batchSize, seed: seed,
      plan: ShardPlan(network.stack, frozen: frozen, batchSize: batchSize))
  }

  init(
    network: Network, loss: LossFunction, optimizer: OptimizerConfiguration, penalty: Penalty,
    frozen: Set<String> = [], batchSize: Int, seed: UInt64, plan: ShardPlan
  ) {
    self.network = network
    self.loss = loss
    self.penalty = penalty
    self.seed = seed
    learningRate = optimizer.learningRate
    team = Team(network.stack, plan: plan, frozen: frozen, kernels: network.kernels)
    base = AlignedBuffer(count: network.stack.extent)
    base.copy(from: network.flat)
    update = WeightUpdate(
      optimizer, penalty: penalty, network: network, gradients: team.shards[0].gradients,
      base: base,
      frozen: frozen, shards: team.plan.shards)
    batch = Batch(network.stack, loss: loss, maximumRows: batchSize)
  }

  /// Sets the weights that ``PenaltyPull/base`` pulls to.
  ///
  /// - Throws: ``WeightMismatch`` when they do not fit the network.
  public func setBase(_ weights: [NamedTensor]) throws(WeightMismatch) {
    try network.stack.write(weights, to: base)
  }

  /// Makes one step on some rows.
  ///
  /// - Parameters:
  ///   - samples: The training samples.
  ///   - rows: The numbers of the rows of this batch.
  /// - Returns: Loss and penalty before the update. When the data loss is not finite, no weight is
  ///   changed.
  /// - Precondition: The batch is not empty and not above the batch size, its rows exist, and the
  ///   samples fit the network and the loss.
  public func step(_ samples: Samples, rows: UnsafeBufferPointer<Int32>) -> BatchResult {
    let (indices, answers, weights) = batch.take(samples, rows: rows)
    let rowsWithLoss = max(batch.rowsWithLoss, 1)
    let pass = BatchPass(
      kernels: network.kernels, source: UnsafePointer(samples.inputs.start), indices: indices,
      width: samples.width, lengths: samples.lengths, answers: answers, rowWeights: weights,
      loss: loss,
      gradientScale: 1 / Float(rowsWithLoss),
      weights: UnsafePointer(network.flat.start), seed: seed, step: steps)
    for (index, shard) in team.shards.enumerated() {
      shard.job = .pass(pass, rows: team.plan.rows(ofShard: index, in: rows.count))
    }
    team.perform()

    var sums = ck_loss_sums()
    for shard in team.shards { sums.add(shard.lossSums) }
    var result = BatchResult(
      rows: rows.count, dataLoss: sums.loss / Double(rowsWithLoss),
      penalty: 0, correct: sums.correct, absoluteError: sums.absolute_error,
      squaredError: sums.squared_error)
    guard result.dataLoss.isFinite else {
      result.penalty = penaltyValue()
      return result
    }
    steps += 1
    result.penalty = change(rows: rows.count)
    return result
  }

  /// Changes the weights by the gradients of the last pass; returns the penalty before that.
  private func change(rows: Int) -> Double {
    let second = team.plan.rows(ofShard: team.plan.shards - 1, in: rows)
    update.prepare(
      learningRate: learningRate,
      otherGradients: team.plan.shards == 2 && !second.isEmpty
        ? UnsafePointer(team.shards[1].gradients.start) : nil)
    if update.clips {
      for (shard, slices) in zip(team.shards, update.slicesOfShards) {
        shard.job = .collect(update, slices: slices)
      }
      team.perform()
      update.clip(squares: team.shards.reduce(0) { $0 + $1.gradientSquares })
    }
    for (shard, slices) in zip(team.shards, update.slicesOfShards) {
      shard.job = .update(update, slices: slices)
    }
    let groupValue = update.groupValue()
    team.perform()
    update.finish()
    return team.shards.reduce(groupValue) { $0 + $1.penalty }
  }

  /// Whether a running mean of the weights is kept.
  public var averagesWeights: Bool { update.average != nil }

  /// Puts the running mean of the weights into the network, where there is one and a step was made.
  ///
  /// The network's weights are then those to be evaluated and saved; training goes on from the ones that
  /// were there, so that these have to be kept and set again.
  public func useAveragedWeights() {
    guard let average = update.average, steps > 0 else { return }
    network.flat.copy(from: average)
  }

  /// The penalty's value at the present weights.
  public func penaltyValue() -> Double {
    update.penaltyValue()
  }
}

extension ck_loss_sums {
  fileprivate mutating func add(_ other: ck_loss_sums) {
    loss += other.loss
    absolute_error += other.absolute_error
    squared_error += other.squared_error
    rows_with_loss += other.rows_with_loss
    correct += other.correct
  }
}
