/// Whether a feature holds numbers or categories.
public enum FeatureKind: String, Sendable, CaseIterable {
  /// Every present cell is a number, however few distinct ones there are.
  case numeric

  /// Every present cell is one of a set of levels.
  case categorical
}
