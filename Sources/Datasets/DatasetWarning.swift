/// Something about the data that a person should know and that does not stop the work.
public struct DatasetWarning: Sendable, Equatable, CustomStringConvertible {
  /// One line, cleaned of control characters.
  public let message: String

  /// Creates a warning; the message is cleaned of control characters.
  public init(_ message: String) {
    self.message = message.cleaned
  }

  /// The message.
  public var description: String { message }
}
