public import Datasets
public import NeuralEngine

/// A trained network with all that is needed to predict from a file: a value that may cross threads.
public struct TrainedModel: Sendable {
  /// The layers.
  public var architecture: NetworkArchitecture

  /// The weights, by name.
  public var weights: [NamedTensor]

  /// The fitted preprocessing.
  public var pipeline: Pipeline

  /// The classes, or the scale of the target.
  public var target: TargetEncoder

  /// The data loss that it was trained with.
  public var loss: LossFunction

  /// The columns that name series and step, of a model of series.
  public var sequence: SeriesColumns?

  /// The column that held a factor of each row's loss; `nil` when there was none.
  public var sampleWeight: String?

  /// The temperature of its probabilities at which it is as sure as it is right on validation, 1 or more; `nil`
  /// in a regression, and without validation rows.
  public var temperature: Double?

  /// Creates a model from its parts; without a loss it is the usual one of the task.
  public init(
    architecture: NetworkArchitecture, weights: [NamedTensor], pipeline: Pipeline,
    target: TargetEncoder, loss: LossFunction? = nil, sequence: SeriesColumns? = nil,
    sampleWeight: String? = nil, temperature: Double? = nil
  ) {
    self.architecture = architecture
    self.weights = weights
    self.pipeline = pipeline
    self.target = target
    self.loss = loss ?? target.usualLoss
    self.sequence = sequence
    self.sampleWeight = sampleWeight
    self.temperature = temperature
  }
}
