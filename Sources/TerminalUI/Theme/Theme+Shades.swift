extension Theme {
  /// The colour a share of the way from one to another.
  ///
  /// - Parameters:
  ///   - from: The colour at 0.
  ///   - to: The colour at 1.
  ///   - share: 0 to 1; beyond, the nearer end.
  /// - Returns: The colour; without ``hasShades``, or between colours whose parts are not known, the
  ///   nearer of the two.
  public func mixed(_ from: Colour, _ to: Colour, _ share: Double) -> Colour {
    guard hasShades, case .rgb(let red, let green, let blue) = from,
      case .rgb(let otherRed, let otherGreen, let otherBlue) = to
    else { return share < 0.5 ? from : to }
    func part(_ one: UInt8, _ other: UInt8) -> UInt8 {
      let share = share.isNaN ? 0 : max(0, min(1, share))
      return UInt8((Double(one) + (Double(other) - Double(one)) * share).rounded())
    }
    return .rgb(part(red, otherRed), part(green, otherGreen), part(blue, otherBlue))
  }

  /// The colour behind everything.
  public var canvas: Colour { self[.background].background }
}
