/// Something about the data that a person should know and that does not stop the work.
public struct DatasetWarning: Sendable, Equatable, CustomStringConvertible {
  /// One line, cleaned of control characters.
  public let message: String

  /// Creates a warning; the message is cleaned of control characters.
  public init(_ message: String) {
    self.message = message.cleaned
  }

  /// The message.
  public var description: String { message }
}

extension DatasetWarning {
  /// Rows that were left out because the cell of the target is empty.
  public static func rowsWithoutTarget(
    _ count: Int, of table: Table, target: String, areSeries: Bool = false
  ) -> DatasetWarning {
    let noun = areSeries ? "series" : table.rowCount == 1 ? "row" : "rows"
    return DatasetWarning(
      "\(table.source.pathForMessage): \(count) of \(table.rowCount) \(noun) \(count == 1 ? "has" : "have") no "
        + "\(target.quotedForMessage) and \(count == 1 ? "is" : "are") left out")
  }

  /// Rows whose class did not occur in fitting, given how often each class occurs.
  public static func unknownClasses(
    _ counts: [String: Int], of table: Table, areSeries: Bool = false
  ) -> DatasetWarning {
    let total = counts.values.reduce(0, +)
    let names = LevelOrder.sorted(counts.keys)
    let shown = names.prefix(5).map(\.quotedForMessage).joined(separator: ", ")
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    let noun = areSeries ? "series" : total == 1 ? "row" : "rows"
    return DatasetWarning(
      "\(table.source.pathForMessage): \(total) \(noun) \(total == 1 ? "is" : "are") of a class that training "
        + "has never seen (\(shown)\(more)), counted as wrong and left out of the loss")
  }
}
