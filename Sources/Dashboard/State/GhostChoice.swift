/// Which earlier run is drawn behind the present one.
enum GhostChoice: Sendable, Equatable {
  /// The run before the present one.
  case latest

  /// The run of this number.
  case run(Int)

  /// None.
  case off
}
