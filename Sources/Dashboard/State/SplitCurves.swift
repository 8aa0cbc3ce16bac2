import Runs
import TerminalUI

/// One quantity on train, validation and test, epoch by epoch.
struct SplitCurves: Sendable, Equatable {
  private(set) var train = Curve()
  private(set) var validation = Curve()
  private(set) var test = Curve()

  /// The curve of a split; source has none.
  subscript(split: Split) -> Curve? {
    switch split {
    case .train: train
    case .validation: validation
    case .test: test
    case .source: nil
    }
  }

  /// The split whose curve stands for an earlier run, and the curve: test, which is what it is all about.
  var ofGhost: (split: Split, curve: Curve) {
    test.points.isEmpty ? (.validation, validation) : (.test, test)
  }

  /// Adds an epoch; a split that was not evaluated in it gets no point.
  mutating func append(epoch: Int, train: Double?, validation: Double?, test: Double?) {
    let x = Double(epoch)
    if let train { self.train.append(x: x, y: train) }
    if let validation { self.validation.append(x: x, y: validation) }
    if let test { self.test.append(x: x, y: test) }
  }

  /// Draws all curves with another weight of their moving average.
  mutating func smooth(by weight: Double) {
    train.smooth(by: weight)
    validation.smooth(by: weight)
    test.smooth(by: weight)
  }
}

extension Curve {
  /// The value at the last point that is not after `x`.
  ///
  /// - Complexity: Logarithmic in the number of points.
  func value(at x: Double) -> Double? {
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle].x <= x { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? points[low - 1].y : nil
  }
}
