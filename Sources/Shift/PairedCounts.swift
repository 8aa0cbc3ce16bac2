/// How often the categories occur in two samples, the most frequent first.
public struct PairedCounts: Sendable, Equatable {
  /// The categories' names.
  public var labels: [String]

  /// The counts of the reference sample, one a category.
  public var reference: [Int]

  /// The counts of the current sample, one a category.
  public var current: [Int]

  /// Creates counts in the order given.
  ///
  /// - Precondition: There is one count a label in both samples.
  public init(labels: [String], reference: [Int], current: [Int]) {
    precondition(
      reference.count == labels.count && current.count == labels.count,
      "\(labels.count) labels need as many counts, not \(reference.count) and \(current.count)")
    self.labels = labels
    self.reference = reference
    self.current = current
  }

  /// The share of the reference's values in each category; zeros when it has none.
  public var referenceShares: [Double] { shares(of: reference) }

  /// The share of the current sample's values in each category; zeros when it has none.
  public var currentShares: [Double] { shares(of: current) }
}
