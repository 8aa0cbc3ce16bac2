import Foundation

/// The half-decade grid, the numbers 1 and 3 times a power of ten, on which strengths and rates move.
public enum HalfDecade {
  /// Returns the grid value `steps` half decades from `value`, within `range`.
  ///
  /// A value between two grid values first moves to the neighbour in the direction of the step.
  public static func step(_ value: Double, by steps: Int, in range: ClosedRange<Double>) -> Double {
    guard value > 0, value.isFinite else { return range.lowerBound }
    let position = log10(value) * 2
    let nearest = position.rounded()
    // log10(3) * 2 is 0.954: a grid value counts as on the grid within a twentieth of a decade.
    let isOnGrid = abs(position - nearest) < 0.1
    let start = isOnGrid ? nearest : (steps > 0 ? position.rounded(.down) : position.rounded(.up))
    return min(max(gridValue(Int(start) + steps), range.lowerBound), range.upperBound)
  }

  private static func gridValue(_ index: Int) -> Double {
    let exponent = Int((Double(index) / 2).rounded(.down))
    // Parsed from text: 3 * pow(10, -3) is not the double nearest to 0.003.
    return Double("\(index - 2 * exponent == 0 ? 1 : 3)e\(exponent)") ?? 1
  }
}
