public import NeuralEngine

/// The contents of a safetensors file: named tensors in the order of their data, and text about them.
///
/// Layout: the length of the header as a little-endian 64-bit number, the header as a JSON object
/// `{"name": {"dtype", "shape", "data_offsets": [begin, end]}, "__metadata__": {text: text}}`, and
/// the elements in row-major order, without holes. See
/// https://github.com/huggingface/safetensors#format.
public struct SafetensorsFile: Sendable, Equatable {
  /// The tensors, in the order of their data.
  public var tensors: [NamedTensor]

  /// The texts under `__metadata__`.
  public var metadata: [String: String]

  /// Creates the contents of a file.
  public init(tensors: [NamedTensor], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// The longest header that is read, in bytes: the limit of the format's own library.
  static let maximumHeaderLength = 100_000_000

  /// The key of the header that holds text instead of a tensor.
  static let metadataKey = "__metadata__"
}
