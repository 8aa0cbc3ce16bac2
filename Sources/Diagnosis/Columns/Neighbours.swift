/// Values in ascending order, to be asked for those near a number.
struct Neighbours {
  private let values: [Double]

  /// - Precondition: there is a value, and they ascend.
  init(_ values: [Double]) {
    precondition(!values.isEmpty, "no neighbours")
    self.values = values
  }

  /// The places of the values equal to a number, when there are `count` of them, else of the
  /// `count` nearest.
  func near(_ value: Double, count: Int) -> Range<Int> {
    var low = place(of: value)
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
    let place = place(of: value)
    if place == values.count { return (place - 1, place - 1) }
    return values[place] == value || place == 0 ? (place, place) : (place - 1, place)
  }

  /// The first place whose value is not below a number.
  private func place(of value: Double) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
