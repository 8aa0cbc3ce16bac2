/// Which part of a list is shown.
public enum ScrollOffset {
  /// The first row shown so that row `selected` is in the middle, as far as the list reaches.
  ///
  /// - Parameters:
  ///   - selected: The row to be shown; may lie outside the list.
  ///   - count: The rows of the list.
  ///   - height: The rows there is room for.
  /// - Returns: The first row shown, never below 0.
  public static func showing(_ selected: Int, of count: Int, in height: Int) -> Int {
    clamped(max(0, min(selected, count - 1)) - height / 2, of: count, in: height)
  }

  /// The offset nearest to `offset` at which no room is left empty while there are rows.
  public static func clamped(_ offset: Int, of count: Int, in height: Int) -> Int {
    max(0, min(offset, count - height))
  }
}
