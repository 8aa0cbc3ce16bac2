/// How strong a penalty is, and whether it acts.
///
/// A penalty that is off keeps its strength, so that switching it on again brings it back as it was.
public struct Strength: Sendable, Equatable, Codable {
  /// The factor in front of the penalty, above 0 and at most ``maximum``.
  ///
  /// The default value is `1e-3`.
  public var value: Double

  /// Whether the penalty acts.
  public var isOn: Bool

  /// The strength of a penalty that was never set: off, at `1e-3`.
  public static let off = Strength(value: 1e-3, isOn: false)

  /// The weakest strength that the keys reach.
  public static let minimum = 1e-7

  /// The strongest strength that the keys reach.
  public static let maximum = 10.0

  /// Creates a strength.
  public init(value: Double, isOn: Bool) {
    self.value = value
    self.isOn = isOn
  }

  /// Creates the strength that a number on the command line stands for: 0 is off.
  public init(_ value: Double) {
    self = value > 0 ? Strength(value: value, isOn: true) : .off
  }

  /// The factor that the training step uses: 0 when off.
  public var effective: Double { isOn ? value : 0 }

  /// The strength half a decade stronger (`steps` 1) or weaker (-1), switched on.
  ///
  /// Steps stay on the grid 1, 3, 10, 30, ... (times a power of ten), so that a press there and a press
  /// back end where they began.
  public func stepped(by steps: Int) -> Strength {
    Strength(value: HalfDecade.step(value, by: steps, in: Self.minimum...Self.maximum), isOn: true)
  }
}
