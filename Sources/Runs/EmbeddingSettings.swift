/// Which columns of categories become learned numbers in the place of an input for each category.
public struct EmbeddingSettings: Sendable, Equatable, Codable {
  /// Whether columns of more than ``smallestCardinality`` inputs are embedded without being named.
  public var isAutomatic = false

  /// The dimensions of columns that are named, above 0.
  public var columns: [String: Int] = [:]

  /// The inputs of a column, its categories and the buckets for rare and unseen ones, up to which it is
  /// embedded only by name.
  public static let smallestCardinality = 10

  /// Creates the default: no column is embedded.
  public init() {}
}
