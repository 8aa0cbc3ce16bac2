import Datasets

/// Why a session cannot go on, in one line.
struct SessionFailure: Error, CustomStringConvertible {
  var description: String

  /// The same with its parts, when it is about a file.
  var cause: DatasetError?
}
