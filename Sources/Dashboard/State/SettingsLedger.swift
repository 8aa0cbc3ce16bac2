import Runs

/// The settings as a person wants them, beside those that the trainer has in force.
///
/// A key shows at once; the difference between the two is what still waits for the next batch.
struct SettingsLedger: Sendable, Equatable {
  /// What a person asked for.
  private(set) var wished: LiveSettings

  /// What the last batch was trained with; `nil` before a run began.
  private(set) var inForce: LiveSettings?

  init(_ settings: LiveSettings) {
    wished = settings
  }

  /// Asks for a setting.
  ///
  /// - Returns: Whether it is another than the one asked for before.
  mutating func wish(_ setting: Setting) -> Bool {
    wished.apply(setting) != setting
  }

  /// A run began with these settings.
  mutating func begin(with settings: LiveSettings) {
    inForce = settings
  }

  /// A setting took effect.
  ///
  /// One that nobody asked for here (a replayed journal has its own) is taken over as a wish.
  mutating func takeEffect(_ change: Change) {
    let isAsked = isPending(change.new)
    inForce?.apply(change.new)
    if !isAsked { wished.apply(change.new) }
  }

  /// Whether what was asked for in place of `setting` is not in force yet.
  func isPending(_ setting: Setting) -> Bool {
    guard let inForce else { return false }
    return inForce.counterpart(of: setting) != wished.counterpart(of: setting)
  }

  /// The settings that were asked for and are not in force yet.
  var pending: [Setting] {
    inForce.map { wished.changes(from: $0) } ?? []
  }
}
