import Experiments
import Formats
import NeuralEngine

/// Trained base models in a folder of the cache, a file each.
///
/// The cache only saves time: what cannot be read or written is trained again.
struct BaseModelFolder: BaseModelStore {
  /// The folder; it is made when the first model is stored.
  let path: String

  func load(key: String) -> [NamedTensor]? {
    try? SafetensorsFile.read(file(for: key)).tensors
  }

  func store(_ weights: [NamedTensor], key: String) {
    try? makeFolder(path)
    try? SafetensorsFile(tensors: weights).write(file(for: key))
  }

  private func file(for key: String) -> String { "\(path)/base-\(key).safetensors" }
}
