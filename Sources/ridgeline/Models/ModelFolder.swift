import Experiments
import Foundation

/// Where the dashboard saves models: the file of `--save`, else a file of their own in a folder.
struct ModelFolder {
  /// The folder; it is made when the first model is saved.
  let path: String

  /// What a model is called there.
  let name: String

  /// The file that was asked for, if any; it is written over.
  let given: String?

  /// Saves a model, and returns where.
  ///
  /// - Throws: A `FormatError` when it cannot be written.
  func save(_ model: TrainedModel) throws -> String {
    if let given {
      try model.write(to: given)
      return given
    }
    try makeFolder(path)
    let file = unused()
    try model.write(to: file)
    return file
  }

  /// A file name that is not taken: `digits`, then `digits-2` and so on.
  private func unused() -> String {
    let stem = String(name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
    var file = "\(path)/\(stem).safetensors"
    var number = 2
    while FileManager.default.fileExists(atPath: file) {
      file = "\(path)/\(stem)-\(number).safetensors"
      number += 1
    }
    return file
  }
}
