/// One row of a key map: what the keys do, in which group of the help, and in which words.
public struct KeyBinding<Action: Hashable & Sendable>: Hashable, Sendable {
  /// What happens.
  public let action: Action
  /// The keys that do it; none when it was unbound.
  public var keys: [Key]
  /// The heading that the help puts it under.
  public let group: String
  /// What it does, in a few words.
  public let help: String
  /// The shorter words for a line of hints; the help's words unless given.
  public let hint: String

  /// A row of a key map.
  public init(
    _ action: Action, keys: [Key], group: String, help: String, hint: String? = nil
  ) {
    self.action = action
    self.keys = keys
    self.group = group
    self.help = help
    self.hint = hint ?? help
  }

  /// The names of the keys, such as `? F1`.
  public var keyNames: String { keys.map(\.description).joined(separator: " ") }
}
