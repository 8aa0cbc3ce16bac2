/// Standard input as a file among others.
public enum StandardInput {
  /// The path that stands for it.
  public static let path = "-"

  /// Refuses to read it more than once, as what has come out of a pipe is gone.
  ///
  /// - Parameter paths: all files that are going to be read, also those named twice.
  /// - Throws: `DatasetError` when more than one of them is standard input.
  public static func check(_ paths: [String?]) throws(DatasetError) {
    if paths.count(where: { $0 == path }) > 1 {
      throw DatasetError(.standardInputTwice, file: path)
    }
  }
}
