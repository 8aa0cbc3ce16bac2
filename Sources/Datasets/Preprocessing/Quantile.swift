/// Quantiles by linear interpolation between order statistics, numpy's default.
enum Quantile {
  /// The quantile of values in any order.
  ///
  /// - Precondition: there is a value, all are finite, and `share` is in `0...1`.
  static func of(_ values: [Double], share: Double) -> Double {
    precondition(!values.isEmpty && share >= 0 && share <= 1, "no quantile \(share)")
    let place = share * Double(values.count - 1)
    let below = min(Int(place), values.count - 1)
    let weight = place - Double(below)
    let low = OrderStatistic.of(values, place: below)
    guard weight > 0 else { return low }
    let high = OrderStatistic.next(after: low, of: values, place: below)
    // Two products, not a difference, which could overflow.
    return low == high ? low : low * (1 - weight) + high * weight
  }
}

/// Values by their place in ascending order, found without sorting all of them.
enum OrderStatistic {
  /// Below so many values sorting is quicker than dividing once more.
  private static let few = 64

  /// The value that would stand at `place`, from 0, if the values were in ascending order.
  ///
  /// The values are divided by a pivot again and again, and the part goes on that holds the place
  /// (Hoare 1961). Dividing copies each value to both sides and counts on one: no branch depends on
  /// a value, so that none is mispredicted.
  ///
  /// - Precondition: the place is one of theirs, and every value is finite.
  static func of(_ values: [Double], place: Int) -> Double {
    precondition(values.indices.contains(place), "no place \(place) among \(values.count)")
    guard values.count > few else { return values.sorted()[place] }
    // One element more than the parts can have: what is not counted is written behind them.
    var smaller = GrowingBuffer<Double>(capacity: values.count + 1)
    var larger = GrowingBuffer<Double>(capacity: values.count + 1)
    return values.withUnsafeBufferPointer { values in
      var rest = values
      var place = place
      var state = UInt64(values.count)
      while rest.count > few {
        let pivot = pivot(of: rest, &state)
        let (below, above) = divide(rest, by: pivot, smaller.base, larger.base)
        if place < below {
          rest = UnsafeBufferPointer(start: smaller.base, count: below)
        } else if place < rest.count - above {
          return pivot
        } else {
          place -= rest.count - above
          // The next part that is smaller is written over this one, which is read ahead of it.
          swap(&smaller, &larger)
          rest = UnsafeBufferPointer(start: smaller.base, count: above)
        }
      }
      return rest.sorted()[place]
    }
  }

  /// The value at the place behind the one where `value` stands, by looking at each once.
  ///
  /// - Precondition: `value` is the one at `place`, which is not the last.
  static func next(after value: Double, of values: [Double], place: Int) -> Double {
    var upTo = 0
    var next = Double.infinity
    for other in values {
      upTo &+= other <= value ? 1 : 0
      next = min(next, other > value ? other : .infinity)
    }
    return upTo > place + 1 ? value : next
  }

  /// The median of three values at places that no order of a file makes bad ones.
  private static func pivot(
    of values: UnsafeBufferPointer<Double>, _ state: inout UInt64
  ) -> Double {
    var drawn: [Double] = []
    for _ in 0..<3 {
      // Knuth's linear congruential generator (MMIX), its upper bits.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      drawn.append(values[Int((state >> 33) % UInt64(values.count))])
    }
    return max(min(drawn[0], drawn[1]), min(max(drawn[0], drawn[1]), drawn[2]))
  }

  /// 1 below zero, else 0; a comparison would be made a branch.
  @inline(__always)
  private static func sign(_ difference: Double) -> Int {
    Int(truncatingIfNeeded: difference.bitPattern >> 63)
  }

  /// Copies what is below and above a pivot; `smaller` may be where the values are.
  private static func divide(
    _ values: UnsafeBufferPointer<Double>, by pivot: Double,
    _ smaller: UnsafeMutablePointer<Double>, _ larger: UnsafeMutablePointer<Double>
  ) -> (below: Int, above: Int) {
    var below = 0
    var above = 0
    for value in values {
      smaller[below] = value
      below &+= sign(value - pivot)
      larger[above] = value
      above &+= sign(pivot - value)
    }
    return (below, above)
  }
}
