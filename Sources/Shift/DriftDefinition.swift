/// What one number of a drift report means: the text of `ridgeline drift --explain`.
public struct DriftDefinition: Sendable, Equatable {
  /// The number's key in `ridgeline drift --json`.
  public var name: String

  /// How it is computed, in one line.
  public var formula: String

  /// The choices that the formula leaves open, and when the number is `null`.
  public var defaults: String

  /// Where the method was published.
  public var source: String

  /// The definitions of all numbers, in the report's order.
  public static let all = rows + numeric + shares + categorical + verdict + model + whole + together
}
