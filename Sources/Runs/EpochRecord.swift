/// What one epoch came to.
public struct EpochRecord: Sendable, Equatable, Codable {
  /// The epoch, counted from 1.
  ///
  /// Epoch 0 is the base, before any step.
  public var epoch: Int

  /// The mean over the epoch's batches, weighted by their rows, of data loss plus penalty before each update, as
  /// Keras reports it.
  public var loss: Double

  /// The penalty's part of ``loss``.
  public var penalty: Double

  /// The running means over the epoch's batches; its `loss` is the data loss.
  public var train: Metrics

  /// The metrics on validation with the weights at the epoch's end, where it was evaluated.
  public var validation: Metrics?

  /// The metrics on test with the weights at the epoch's end, where it was evaluated.
  public var test: Metrics?

  /// The exact zeros among the penalised weights.
  public var zeroWeights: Int

  /// The penalised weights: the kernels.
  public var weights: Int

  /// Rows trained over the time of the training batches, shuffle included, evaluation and pace excluded.
  public var samplesPerSecond: Double

  /// The learning rate of the epoch's last batch, where the rate follows a schedule.
  public var learningRate: Double?

  /// How the model did on the single rows of test, where a watcher compares runs by them.
  public var testOutcomes: RowOutcomes?

  /// Creates a record.
  public init(
    epoch: Int, loss: Double, penalty: Double, train: Metrics, validation: Metrics?, test: Metrics?,
    zeroWeights: Int, weights: Int, samplesPerSecond: Double, learningRate: Double? = nil,
    testOutcomes: RowOutcomes? = nil
  ) {
    self.epoch = epoch
    self.loss = loss
    self.penalty = penalty
    self.train = train
    self.validation = validation
    self.test = test
    self.zeroWeights = zeroWeights
    self.weights = weights
    self.samplesPerSecond = samplesPerSecond
    self.learningRate = learningRate
    self.testOutcomes = testOutcomes
  }

  /// Train minus validation, in accuracy or R2: positive is worse.
  public var overfitGap: Double? { train.gap(to: validation) }

  /// Validation minus test, in accuracy or R2: positive is worse.
  public var shiftGap: Double? { validation?.gap(to: test) }
}
