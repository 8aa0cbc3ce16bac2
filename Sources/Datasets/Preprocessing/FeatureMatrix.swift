import Foundation

/// The inputs of the net for some rows.
public struct FeatureMatrix: Sendable, Equatable {
  /// The number of rows.
  public let rows: Int

  /// The number of inputs.
  public let columns: Int

  /// The inputs, [rows, columns], row-major.
  public let values: [Float]

  /// The number of cells that were cut at the pipeline's `clip`.
  public let clippedCells: Int

  /// How many cells were cut, by feature column; columns without a cut are left out.
  public let clippedCellsByColumn: [String: Int]

  /// How many cells were cut at the limits of their column before scaling, by feature column; columns
  /// without a cut are left out.
  public let limitedCellsByColumn: [String: Int]

  /// How many cells hold a category that did not occur in fitting, by feature column.
  public let unseenCellsByColumn: [String: Int]

  /// Creates a matrix.
  ///
  /// - Precondition: `values.count` is `rows * columns`.
  public init(
    rows: Int, columns: Int, values: [Float], clippedCellsByColumn: [String: Int] = [:],
    limitedCellsByColumn: [String: Int] = [:], unseenCellsByColumn: [String: Int] = [:]
  ) {
    precondition(
      values.count == rows * columns, "\(values.count) values do not fill \(rows) x \(columns)")
    self.rows = rows
    self.columns = columns
    self.values = values
    self.clippedCellsByColumn = clippedCellsByColumn
    self.limitedCellsByColumn = limitedCellsByColumn
    self.unseenCellsByColumn = unseenCellsByColumn
    clippedCells = clippedCellsByColumn.values.reduce(0, +)
  }

  /// The most inputs of all rows: as many as fit the memory of the machine.
  static let largestCount =
    max(sysconf(Int32(_SC_PHYS_PAGES)), 1) * max(sysconf(Int32(_SC_PAGESIZE)), 1)
    / MemoryLayout<Float>.size
}
