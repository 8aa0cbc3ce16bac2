/// A classifier that told the current rows from those of the reference, on rows that it had not
/// learned from.
public struct ClassifierTest: Sendable, Equatable {
  /// What a column did for the classifier.
  public struct ColumnUse: Sendable, Equatable {
    /// The column's name.
    public var name: String

    /// How much of the area is lost when the column's cells are shuffled among the rows that are
    /// classified; near 0, and below too, for a column that the classifier makes nothing of.
    public var areaLost: Double

    /// Creates a column's use.
    public init(name: String, areaLost: Double) {
      self.name = name
      self.areaLost = areaLost
    }
  }

  /// The area under the ROC curve, in `0...1`: how often a row of the current table has a higher score
  /// than one of the reference; 0.5 when the two are alike.
  public var area: Double

  /// The p value: the share of permutations with at least this area, the observed one among them.
  public var p: Double

  /// The rows that were looked at.
  public var rows: Paired<Int>

  /// The columns, the one that did most first.
  public var columns: [ColumnUse]

  /// Creates a result from its parts.
  public init(area: Double, p: Double, rows: Paired<Int>, columns: [ColumnUse]) {
    self.area = area
    self.p = p
    self.rows = rows
    self.columns = columns
  }
}
