public import NeuralEngine

/// A place where trained base models are kept between sessions.
public protocol BaseModelStore: Sendable {
  /// The weights stored under a key, or `nil` when there are none that can be read.
  func load(key: String) -> [NamedTensor]?

  /// Stores weights under a key; a store that cannot is silent, as the base is only trained again.
  func store(_ weights: [NamedTensor], key: String)
}
