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

  /// Creates a model from its parts.
  public init(
    architecture: NetworkArchitecture, weights: [NamedTensor], pipeline: Pipeline,
    target: TargetEncoder
  ) {
    self.architecture = architecture
    self.weights = weights
    self.pipeline = pipeline
    self.target = target
  }
}
