/// How far a piece of work has come that may take a while, such as reading files.
public struct WorkProgress: Sendable, Equatable {
  /// What is counted.
  public enum Unit: Sendable {
    case bytes, rows, columns, networks
  }

  /// What is done: `reading train.csv`.
  public var name: String

  /// What is counted.
  public var unit: Unit

  /// How many of them are done.
  public var done: Int

  /// How many there are; `nil` when nobody knows.
  public var total: Int?

  /// The seconds since the work began.
  public var seconds: Double

  /// Creates a state.
  public init(_ name: String, done: Int, of total: Int?, _ unit: Unit, seconds: Double) {
    self.name = name
    self.unit = unit
    self.done = done
    self.total = total
    self.seconds = seconds
  }

  /// The share that is done, from 0 to 1; `nil` when nobody knows how much there is.
  public var fraction: Double? {
    total.flatMap { $0 > 0 ? min(1, Double(done) / Double($0)) : nil }
  }

  /// How many are done in a second; `nil` at the very beginning.
  public var rate: Double? {
    seconds > 0.1 && done > 0 ? Double(done) / seconds : nil
  }

  /// The seconds that the rest will take at this rate.
  public var secondsLeft: Double? {
    guard let rate, let total else { return nil }
    return Double(max(0, total - done)) / rate
  }
}
