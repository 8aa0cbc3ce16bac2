/// The cells that make text of a column of numbers, as one `n.a.` does.
///
/// Such a column is taken for categories, each number one of its own: rarely what is meant.
struct NumberSlips {
  /// The share of numbers from which on text is taken for a slip.
  static let smallestShare = 0.9

  /// The first cell that is no number.
  let first: ColumnBuilder.Place

  /// The share of numbers among the cells that hold a value.
  let numberShare: Double

  /// Notes the slips; nil when the column is text in earnest.
  ///
  /// - Parameters:
  ///   - first: the first cell that is no number.
  ///   - numbers: how many cells are numbers.
  ///   - present: how many cells hold a value.
  init?(first: ColumnBuilder.Place, numbers: Int, of present: Int) {
    guard present > 0 else { return nil }
    numberShare = Double(numbers) / Double(present)
    guard numberShare >= Self.smallestShare else { return nil }
    self.first = first
  }

  /// The line for a person: where, what, what to do.
  func warning(column: String) -> DatasetWarning {
    let place = first.line.map { "line \($0)" } ?? first.row.map { "row \($0)" } ?? ""
    return DatasetWarning(
      "\(first.file), \(place), column \(column.quotedForMessage): "
        + "\(first.text.quotedForMessage) makes the column one of categories, "
        + "and \(Int(numberShare * 100)) % of its cells are numbers; "
        + "empty or correct such cells, or name the column in --categorical")
  }
}
