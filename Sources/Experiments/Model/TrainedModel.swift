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

  /// The columns that name series and step, of a model of series.
  public var sequence: SeriesColumns?

  /// Creates a model from its parts.
  public init(
    architecture: NetworkArchitecture, weights: [NamedTensor], pipeline: Pipeline,
    target: TargetEncoder, sequence: SeriesColumns? = nil
  ) {
    self.architecture = architecture
    self.weights = weights
    self.pipeline = pipeline
    self.target = target
    self.sequence = sequence
  }
}
