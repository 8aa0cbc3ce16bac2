import Shift

/// Values in ascending order, to be asked for those near a number.
struct Neighbours {
  private let sample: SortedSample

  private var values: [Double] { sample.values }

  /// - Precondition: there is a value, and they ascend.
  init(_ values: [Double]) {
    precondition(!values.isEmpty, "no neighbours")
    sample = SortedSample(values)
  }

  /// The places of the values equal to a number, when there are `count` of them, else of the
  /// `count` nearest.
  func near(_ value: Double, count: Int) -> Range<Int> {
    var low = sample.count(below: value)
    var high = low
    while high < values.count, values[high] == value { high += 1 }
    while high - low < count, low > 0 || high < values.count {
      let below = low > 0 ? value - values[low - 1] : .infinity
      let above = high < values.count ? values[high] - value : .infinity
      if below <= above { low -= 1 } else { high += 1 }
    }
    return low..<high
  }

  /// The places of the values below and above a number; the same where it stands among them or
  /// beyond.
  func around(_ value: Double) -> (below: Int, above: Int) {
    let place = sample.count(below: value)
    if place == values.count { return (place - 1, place - 1) }
    return values[place] == value || place == 0 ? (place, place) : (place - 1, place)
  }
}
