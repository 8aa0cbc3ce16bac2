public import Datasets
public import NeuralEngine

/// A trained network with its preprocessing and its classes: what a file needs to predict alone.
public struct SavedModel: Sendable, Equatable {
  /// The layers.
  public var architecture: NetworkArchitecture

  /// The weights, by name.
  public var weights: [NamedTensor]

  /// The fitted preprocessing.
  public var pipeline: Pipeline

  /// The classes, or the scale of the target.
  public var target: TargetEncoder

  /// The data loss that it was trained with; `nil` in files that do not tell.
  public var loss: LossFunction?

  /// The columns that name series and step, of a model of series.
  public var sequence: SeriesColumns?

  /// The column that held a factor of each row's loss; `nil` when there was none.
  public var sampleWeight: String?

  /// What logits are divided by before probabilities tell how sure the model is, above 0; `nil` in files that do
  /// not tell.
  public var temperature: Double?

  /// Creates a model from its parts.
  public init(
    architecture: NetworkArchitecture, weights: [NamedTensor], pipeline: Pipeline,
    target: TargetEncoder, loss: LossFunction? = nil, sequence: SeriesColumns? = nil,
    sampleWeight: String? = nil, temperature: Double? = nil
  ) {
    self.architecture = architecture
    self.weights = weights
    self.pipeline = pipeline
    self.target = target
    self.loss = loss
    self.sequence = sequence
    self.sampleWeight = sampleWeight
    self.temperature = temperature
  }
}
