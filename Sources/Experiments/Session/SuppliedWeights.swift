public import Datasets
public import NeuralEngine

/// Weights that were read from files and are handed to a session as values.
public struct SuppliedWeights: Sendable, Equatable {
  /// Weights to fine-tune from, in place of a base that is trained.
  public var base: [NamedTensor]?

  /// The preprocessing that the base learned with, when its file tells.
  ///
  /// It then takes the place of one fitted on the data: weights mean nothing at another scale.
  public var preprocessing: FittedPreprocessing?

  /// Initial weights of the method `none`, in place of drawn ones.
  public var initial: [NamedTensor]?

  /// Creates weights; by default there are none.
  public init(
    base: [NamedTensor]? = nil, preprocessing: FittedPreprocessing? = nil,
    initial: [NamedTensor]? = nil
  ) {
    self.base = base
    self.preprocessing = preprocessing
    self.initial = initial
  }
}

/// Preprocessing that was fitted before: of the features, and of the target.
public struct FittedPreprocessing: Sendable, Equatable {
  /// From the columns to the inputs of the network.
  public var pipeline: Pipeline

  /// The classes, or the scale of the target.
  public var target: TargetEncoder

  /// Creates preprocessing from its parts.
  public init(pipeline: Pipeline, target: TargetEncoder) {
    self.pipeline = pipeline
    self.target = target
  }
}
