/// The correlation of two columns over the rows where both hold a number.
struct Correlation {
  /// Pearson's coefficient; 0 where it is not defined.
  private(set) var r = 0.0

  /// The rows that count.
  private(set) var count = 0

  /// The least squares line from the first to the second.
  private(set) var slope = 0.0
  private(set) var intercept = 0.0

  init(_ first: [Double], _ second: [Double]) {
    var (meanX, meanY) = (0.0, 0.0)
    for (x, y) in zip(first, second) where !x.isNaN && !y.isNaN {
      count += 1
      meanX += x
      meanY += y
    }
    guard count > 1 else { return }
    meanX /= Double(count)
    meanY /= Double(count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(first, second) where !x.isNaN && !y.isNaN {
      xx += (x - meanX) * (x - meanX)
      yy += (y - meanY) * (y - meanY)
      xy += (x - meanX) * (y - meanY)
    }
    guard xx > 0, yy > 0, xx.isFinite, yy.isFinite else { return }
    r = xy / (xx.squareRoot() * yy.squareRoot())
    slope = xy / xx
    intercept = meanY - slope * meanX
  }
}
