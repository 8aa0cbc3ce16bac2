/// What the model is to tell from the features.
public enum TaskKind: String, Sendable, Codable, CaseIterable {
  /// One of several classes.
  case classification

  /// A number.
  case regression
}
