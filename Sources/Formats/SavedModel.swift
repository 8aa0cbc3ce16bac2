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
