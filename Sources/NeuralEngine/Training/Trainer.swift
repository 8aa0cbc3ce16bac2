import CKernels

/// Trains a network, one batch a step.
///
/// A step allocates nothing. It is a function of the weights, the optimiser's state, the settings,
/// the rows, the seed and the step's number.
public final class Trainer {
  /// The network that is trained.
  public let network: Network

  /// The penalty from the next step on.
  public var penalty: Penalty

  /// The learning rate from the next step on.
  public var learningRate: Double

  /// The steps made.
  public private(set) var steps = 0

  private let loss: LossFunction
  private let seed: UInt64
  private let workspace: Workspace
  private let gradients: AlignedBuffer
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
  ///   - batchSize: The most rows of a step.
  ///   - seed: The seed of what is drawn while training, such as dropout.
  /// - Precondition: `batchSize` is above 0.
  public init(
    network: Network, loss: LossFunction, optimizer: OptimizerConfiguration,
    penalty: Penalty = Penalty(), batchSize: Int, seed: UInt64
  ) {
    self.network = network
    self.loss = loss
    self.penalty = penalty
    self.seed = seed
    learningRate = optimizer.learningRate
    workspace = Workspace(
      network.stack, maximumSamples: batchSize, isTraining: true, kernels: network.kernels)
    let extent = network.stack.extent
    gradients = AlignedBuffer(count: extent)
    base = AlignedBuffer(count: extent)
    base.copy(from: network.flat)
    update = WeightUpdate(optimizer, extent: extent)
    batch = Batch(network.stack, maximumRows: batchSize)
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
    let answers = batch.gather(samples, rows: rows, network.kernels.pointee)
    let run = TrainingRun(gradients: gradients.start, seed: seed, step: steps)
    workspace.forward(
      input: batch.inputs.start, samples: rows.count, weights: network.flat.start, training: run)

    var sums = ck_loss_sums()
    let rowsWithLoss = max(batch.rowsWithLoss, 1)
    var outputs = workspace.networkOutputs(
      samples: rows.count, gradientScale: 1 / Float(rowsWithLoss))
    loss.accumulate(network.kernels.pointee, outputs: &outputs, answers: answers, into: &sums)
    var result = BatchResult(
      rows: rows.count, dataLoss: sums.loss / Double(rowsWithLoss),
      penalty: 0, correct: sums.correct, absoluteError: sums.absolute_error,
      squaredError: sums.squared_error)
    guard result.dataLoss.isFinite else {
      result.penalty = penaltyValue()
      return result
    }

    workspace.backward(
      input: batch.inputs.start, samples: rows.count, weights: network.flat.start, training: run)
    steps += 1
    result.penalty = update.apply(
      penalty, to: network, gradients: gradients, base: base, learningRate: learningRate)
    return result
  }

  /// The penalty's value at the present weights.
  public func penaltyValue() -> Double {
    guard !penalty.isOff else { return 0 }
    var sums = ck_penalty_sums()
    for parameter in network.stack.parameters where parameter.isPenalised {
      network.kernels.pointee.penalty_sums(
        network.flat.start + parameter.offset,
        penalty.pull == .base ? UnsafePointer(base.start + parameter.offset) : nil,
        parameter.extent, &sums)
    }
    return penalty.value(of: sums)
  }
}
