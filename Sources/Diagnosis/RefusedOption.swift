/// An option that the program does not take, as it would say on its own.
public struct RefusedOption: Sendable, Equatable {
  /// The option without its dashes; `nil` when several contradict one another.
  public var option: String?

  /// One line: what is wrong, and what to do.
  public var message: String

  /// The experiment file that it stands in; `nil` on the command line.
  public var file: String?

  /// Creates a refusal.
  public init(option: String? = nil, message: String, file: String? = nil) {
    self.option = option
    self.message = message
    self.file = file
  }
}
