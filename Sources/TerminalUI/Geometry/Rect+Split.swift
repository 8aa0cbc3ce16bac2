extension Rect {
  /// The rectangle without `left`, `top`, `right` and `bottom` cells at its sides.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    let left = min(max(0, left), width)
    let top = min(max(0, top), height)
    return Rect(
      x: x + left, y: y + top,
      width: width - left - max(0, right), height: height - top - max(0, bottom))
  }

  /// The rectangle without `amount` cells at each of its four sides.
  public func inset(_ amount: Int) -> Rect {
    inset(left: amount, top: amount, right: amount, bottom: amount)
  }

  /// The upper `rows` rows and what is left below them.
  public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let rows = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: rows),
      Rect(x: x, y: y + rows, width: width, height: height - rows)
    )
  }

  /// The lower `rows` rows and what is left above them.
  public func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = splitTop(height - min(max(0, rows), height))
    return (rest, bottom)
  }

  /// The first `columns` columns and what is left beside them.
  public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let columns = min(max(0, columns), width)
    return (
      Rect(x: x, y: y, width: columns, height: height),
      Rect(x: x + columns, y: y, width: width - columns, height: height)
    )
  }

  /// The last `columns` columns and what is left before them.
  public func splitRight(_ columns: Int) -> (rest: Rect, right: Rect) {
    let (rest, right) = splitLeft(width - min(max(0, columns), width))
    return (rest, right)
  }

  /// The row at `index` from the top, empty when the rectangle has no such row.
  public func row(_ index: Int) -> Rect {
    guard index >= 0, index < height else { return Rect(x: x, y: y, width: width, height: 0) }
    return Rect(x: x, y: y + index, width: width, height: 1)
  }

  /// A rectangle of at most `size` in the middle of this one.
  public func centred(_ size: Size) -> Rect {
    let fitted = Size(width: min(size.width, width), height: min(size.height, height))
    return Rect(
      x: x + (width - fitted.width) / 2, y: y + (height - fitted.height) / 2,
      width: fitted.width, height: fitted.height)
  }

  /// Bands from top to bottom, one for each length, together never higher than the rectangle.
  public func rows(_ lengths: [Length]) -> [Rect] {
    var top = y
    return Length.distribute(lengths, over: height).map { height in
      defer { top += height }
      return Rect(x: x, y: top, width: width, height: height)
    }
  }

  /// Bands from left to right, one for each length, together never wider than the rectangle.
  public func columns(_ lengths: [Length]) -> [Rect] {
    var left = x
    return Length.distribute(lengths, over: width).map { width in
      defer { left += width }
      return Rect(x: left, y: y, width: width, height: height)
    }
  }
}
