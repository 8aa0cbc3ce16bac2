extension Array where Element: Comparable {
  /// The element in the middle of their order, the lower of two; `nil` when there is none.
  var lowerMiddle: Element? { isEmpty ? nil : sorted()[(count - 1) / 2] }

  /// The element in the middle of their order, the upper of two; `nil` when there is none.
  var upperMiddle: Element? { isEmpty ? nil : sorted()[count / 2] }
}
