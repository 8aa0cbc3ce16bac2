/// A table of typed columns, as read from one file.
public struct Table: Sendable, Equatable {
  /// The path the table was read from, as it was given; it stands in messages.
  public let source: String

  /// The names of the columns, all different.
  public let names: [String]

  /// The cells, one entry for each name, each of `rowCount` cells.
  public let columns: [Column]

  /// The number of rows, which a table without columns has too.
  public let rowCount: Int

  /// What a person should know about the cells, found while they were read.
  public let warnings: [DatasetWarning]

  private let indexOfName: [String: Int]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - source: the path the table was read from.
  ///   - names: the names of the columns.
  ///   - columns: the cells.
  ///   - rowCount: the number of rows; nil takes that of the columns, 0 without one.
  ///   - warnings: what a person should know about the cells.
  /// - Precondition: there are as many names as columns, the names differ, and the columns are of
  ///   one length, which is `rowCount`.
  public init(
    source: String, names: [String], columns: [Column], rowCount: Int? = nil,
    warnings: [DatasetWarning] = []
  ) {
    precondition(names.count == columns.count, "\(names.count) names, \(columns.count) columns")
    let indexOfName = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    precondition(indexOfName.count == names.count, "two columns have the same name")
    let rowCount = rowCount ?? columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == rowCount }, "columns of different lengths")
    self.source = source
    self.names = names
    self.columns = columns
    self.rowCount = rowCount
    self.warnings = warnings
    self.indexOfName = indexOfName
  }

  /// The column of a name, nil when there is none.
  public subscript(name: String) -> Column? {
    indexOfName[name].map { columns[$0] }
  }

  /// The number of missing cells in all columns.
  public var missingCells: Int {
    columns.reduce(0) { $0 + $1.missingCount }
  }

  /// The same columns with the given rows, in the given order.
  ///
  /// - Precondition: every element of `rows` is in `0..<rowCount`.
  public func selecting(rows: [Int]) -> Table {
    Table(
      source: source, names: names,
      columns: columns.concurrentMap(work: rows.count * columns.count) {
        $0.selecting(rows: rows)
      },
      rowCount: rows.count, warnings: warnings)
  }

  /// The table without the named columns; names it does not have are passed over.
  public func dropping(_ dropped: [String]) -> Table {
    let kept = names.indices.filter { !dropped.contains(names[$0]) }
    return Table(
      source: source, names: kept.map { names[$0] }, columns: kept.map { columns[$0] },
      rowCount: rowCount, warnings: warnings)
  }
}
