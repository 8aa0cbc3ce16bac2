internal import Foundation

/// The range of values that a side of a plot shows, with its ticks.
///
/// Ends and ticks are at round numbers, so that an axis changes by whole steps and seldom.
public struct PlotAxis: Sendable, Hashable {
  /// A labelled place on an axis.
  public struct Tick: Sendable, Hashable {
    /// The place.
    public let value: Double
    /// The number as it is written.
    public let label: String
  }

  /// How the numbers at the ticks are written.
  public enum Format: Sendable, Hashable {
    /// As short as the distance between the ticks allows: `0.5`, `120`.
    case number
    /// Shares without the leading zero: `.8`, `1.0`.
    case share
    /// Shares in percent: `12%`.
    case percent
  }

  /// The value at the lower or left end.
  public let lower: Double
  /// The value at the upper or right end, above ``lower``.
  public let upper: Double
  /// Whether equal distances are equal ratios; then ``lower`` is above 0.
  public let isLogarithmic: Bool
  /// The labelled places, in ascending order, all within the ends.
  public let ticks: [Tick]

  /// The share of the way from the lower end (0) to the upper end (1); outside that range beyond.
  ///
  /// - Returns: `nil` for what is not finite and, on a logarithmic axis, for what is not above 0.
  public func fraction(of value: Double) -> Double? {
    guard value.isFinite else { return nil }
    guard isLogarithmic else { return value / span - lower / span }
    guard value > 0 else { return nil }
    return log(value / lower) / log(upper / lower)
  }

  private var span: Double { upper - lower }

  /// The value at a share of the way from the lower to the upper end.
  public func value(at fraction: Double) -> Double {
    isLogarithmic ? lower * pow(upper / lower, fraction) : lower + fraction * span
  }

  init(lower: Double, upper: Double, isLogarithmic: Bool, ticks: [Tick]) {
    self.lower = lower
    self.upper = upper
    self.isLogarithmic = isLogarithmic
    self.ticks = ticks
  }
}
