import Datasets

/// A file of weights that could not be read or written: which one, what is wrong, what to do.
public struct FormatError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path, as it was given.
  public var file: String

  /// What is wrong.
  public var problem: String

  /// What to do about it.
  public var remedy: String

  /// Creates an error.
  public init(file: String, problem: String, remedy: String) {
    self.file = file
    self.problem = problem
    self.remedy = remedy
  }

  /// The error in one line, free of control characters.
  public var description: String { "\(file.pathForMessage): \(problem); \(remedy)".cleaned }
}
