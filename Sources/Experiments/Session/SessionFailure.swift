import Datasets

/// Why a session cannot go on, in one line.
struct SessionFailure: Error, CustomStringConvertible {
  var description: String

  /// The same with its parts, when it is about a file.
  var cause: DatasetError?

  /// Whether an option is wrong, rather than a file.
  var isWrongUsage: Bool

  init(description: String, cause: DatasetError? = nil, isWrongUsage: Bool = false) {
    self.description = description
    self.cause = cause
    self.isWrongUsage = cause?.isWrongUsage ?? isWrongUsage
  }
}
