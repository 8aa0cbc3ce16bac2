/// A cap on the epochs a second, so that a person can follow.
///
/// It never alters a weight.
public enum Pace: Sendable, Equatable, Codable {
  /// At most this many epochs a second.
  case epochsPerSecond(Double)

  /// As fast as the machine can.
  case maximum

  /// The pace of the dashboard unless told otherwise.
  public static let comfortable = Pace.epochsPerSecond(10)

  private static let steps: [Double] = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

  /// The next pace up; above the last step, full speed.
  public var faster: Pace {
    guard case .epochsPerSecond(let rate) = self else { return .maximum }
    return Self.steps.first { $0 > rate * 1.001 }.map(Pace.epochsPerSecond) ?? .maximum
  }

  /// The next pace down; the slowest stays.
  public var slower: Pace {
    let slowest = Self.steps[0]
    guard case .epochsPerSecond(let rate) = self else { return .epochsPerSecond(1000) }
    return .epochsPerSecond(Self.steps.last { $0 < rate * 0.999 } ?? slowest)
  }
}
