/// One input of the net: the column it is made from, and which part of it.
public struct InputDescription: Sendable, Hashable, Codable, CustomStringConvertible {
  /// What an input tells about its column.
  public enum Part: Sendable, Hashable, Codable {
    /// The scaled number.
    case value
    /// 1 where the cell is missing, else 0.
    case missingIndicator
    /// 1 where the cell is this category, else 0.
    case category(String)
    /// 1 where the cell is one of the categories that were rare in fitting, else 0.
    case rare
    /// 1 where the cell is a category that did not occur in fitting, else 0.
    case unseen
    /// 1 where the category falls into the bucket of this number, else 0.
    case bucket(Int)
    /// The part of the date as a scaled number.
    case date(DatePart)
    /// The sine of the part of the date, which turns.
    case sine(DatePart)
    /// The cosine of the part of the date, which turns.
    case cosine(DatePart)
  }

  /// The name of the column.
  public let column: String

  /// Which part of the column.
  public let part: Part

  /// Creates a description.
  public init(column: String, part: Part) {
    self.column = column
    self.part = part
  }

  /// `age`, `age (missing)`, `city = Oslo`, `city (rare)`, `city (unseen)`, `city (bucket 7)`,
  /// `day (year)`, `day (month, sine)`.
  public var description: String {
    switch part {
    case .value: column
    case .missingIndicator: "\(column) (missing)"
    case .category(let level): "\(column) = \(level)"
    case .rare: "\(column) (rare)"
    case .unseen: "\(column) (unseen)"
    case .bucket(let number): "\(column) (bucket \(number))"
    case .date(let part): "\(column) (\(part))"
    case .sine(let part): "\(column) (\(part), sine)"
    case .cosine(let part): "\(column) (\(part), cosine)"
    }
  }
}
