extension Curve {
  /// The range of several curves' values without the few that tower over all others.
  ///
  /// Where the highest value is more than three times the value that 95 % of what is drawn stay below,
  /// the range ends at that value; a loss that began at 50 and has long been below 1 is then drawn at a
  /// scale at which something can be seen. Fewer than 40 bins are taken whole.
  ///
  /// - Parameter curves: The curves of one axis.
  /// - Returns: The range; `nil` when there is no value.
  public static func rangeWithoutSpikes(_ curves: [Curve]) -> ClosedRange<Double>? {
    let ranges = curves.compactMap(\.range)
    guard let lowest = ranges.map(\.lowerBound).min(),
      let highest = ranges.map(\.upperBound).max()
    else { return nil }
    let values = curves.flatMap { $0.bins.map(\.maximum) }.sorted()
    guard values.count >= 40 else { return lowest...highest }
    let usual = values[Int(Double(values.count - 1) * 0.95)]
    guard usual > 0, highest > 3 * usual else { return lowest...highest }
    return lowest...usual
  }
}
