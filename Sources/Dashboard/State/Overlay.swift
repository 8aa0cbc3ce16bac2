/// What lies over the panels and takes the keys.
enum Overlay: Sendable, Equatable {
  /// The keys and what they do, filtered by a text and scrolled.
  case help(query: String, scroll: Int)

  /// Whether to leave although training is not finished.
  case quitQuestion
}
