/// How far all features together have moved: what no single feature may show.
///
/// A test is `nil` when the tables do not allow it: fewer than two rows in one of them, or no column
/// that varies.
public struct MultivariateDrift: Sendable, Equatable {
  /// Whether a classifier tells the two tables apart.
  public var classifier: ClassifierTest?

  /// The distance of the two tables in the space of a Gaussian kernel.
  public var discrepancy: KernelTest?

  /// Creates a result from its parts.
  public init(classifier: ClassifierTest?, discrepancy: KernelTest?) {
    self.classifier = classifier
    self.discrepancy = discrepancy
  }
}
