/// Which key does what: data that dispatches the keys and that the help is made from.
public struct KeyMap<Action: Hashable & Sendable>: Sendable, Equatable {
  /// The rows, in the order in which the help shows them.
  public private(set) var bindings: [KeyBinding<Action>]
  private var actions: [Key: Action]

  /// A key map of the given rows; where two rows claim a key, the first has it.
  public init(_ bindings: [KeyBinding<Action>]) {
    self.bindings = bindings
    actions = [:]
    for binding in bindings {
      for key in binding.keys where actions[key] == nil { actions[key] = binding.action }
    }
  }

  /// What `key` does, if anything.
  public func lookup(_ key: Key) -> Action? { actions[key] }

  /// The row of an action.
  public func binding(for action: Action) -> KeyBinding<Action>? {
    bindings.first { $0.action == action }
  }

  /// The keys that more than one row claims.
  public var conflicts: [Key] {
    var owners: [Key: Set<Action>] = [:]
    for binding in bindings {
      for key in binding.keys { owners[key, default: []].insert(binding.action) }
    }
    return owners.filter { $0.value.count > 1 }.map(\.key)
      .sorted { $0.description < $1.description }
  }

  /// This map with `action` on other keys; the keys are taken from whatever had them.
  public func rebinding(_ action: Action, to keys: [Key]) -> KeyMap {
    KeyMap(
      bindings.map { binding in
        var binding = binding
        if binding.action == action {
          binding.keys = keys
        } else {
          binding.keys.removeAll { keys.contains($0) }
        }
        return binding
      })
  }

  /// The rows under their headings, both in order of first appearance.
  public var groups: [(group: String, bindings: [KeyBinding<Action>])] {
    var order: [String] = []
    for binding in bindings where !order.contains(binding.group) { order.append(binding.group) }
    return order.map { group in (group, bindings.filter { $0.group == group }) }
  }
}
