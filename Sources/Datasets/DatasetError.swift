/// Why data could not be used: what is wrong, where, and what to do about it.
public struct DatasetError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public let problem: Problem

  /// The path of the file, as it was given.
  public let file: String?

  /// The line of the file, from 1; a line break within quotes counts as one too.
  public let line: Int?

  /// The row, from 1, where there are no lines, as in arrays.
  public let row: Int?

  /// The name of the column.
  public let column: String?

  /// Creates an error.
  public init(
    _ problem: Problem, file: String? = nil, line: Int? = nil, row: Int? = nil,
    column: String? = nil
  ) {
    self.problem = problem
    self.file = file
    self.line = line
    self.row = row
    self.column = column
  }

  /// Whether it is an option that is wrong, rather than a file.
  public var isWrongUsage: Bool {
    switch problem {
    case .unknownColumn, .conflictingOptions, .noNumbers, .standardInputTwice: true
    default: false
    }
  }

  /// What is wrong, without place and remedy.
  public var statement: String { problem.statement }

  /// What to do about it.
  public var remedy: String { problem.remedy }

  /// One line: where, what, what to do; text from outside is cleaned and shortened.
  public var description: String {
    var places: [String] = []
    if let file { places.append(file.pathForMessage) }
    if let line { places.append("line \(line)") }
    if let row { places.append("row \(row)") }
    if let column { places.append("column \(column.quotedForMessage)") }
    let sentence = "\(statement); \(remedy)"
    return places.isEmpty ? sentence : "\(places.joined(separator: ", ")): \(sentence)"
  }
}
