import Datasets

/// The values in ascending order, without NaN and with negative zero as zero.
///
/// A radix sort over the bit patterns, least digit first, of the thirty highest bits that are not the
/// same in all values: most values then stand in their places. The few that share these bits are
/// put in order among themselves. Small samples are left to the standard sort.
///
/// - Complexity: O(n), but for values that share their thirty highest bits: of those O(n log n).
func sortedWithoutNaN(_ values: [Double]) -> [Double] {
  guard values.count > 256 else { return values.filter { !$0.isNaN }.map { $0 + 0 }.sorted() }
  return values.withUnsafeBufferPointer { values in
    [Double](unsafeUninitializedCapacity: values.count) { sorted, count in
      count = RadixSort.sort(values, into: sorted)
    }
  }
}

private enum RadixSort {
  private static let digitBits = 10
  private static let mostDigits = 3
  private static let bucketCount = 1 << digitBits

  /// Sorts the values that are numbers into memory for all of them, and tells how many there are.
  static func sort(
    _ values: UnsafeBufferPointer<Double>, into sorted: UnsafeMutableBufferPointer<Double>
  ) -> Int {
    LargePages.ask(for: UnsafeMutableRawBufferPointer(sorted))
    let spare = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: values.count)
    defer { spare.deallocate() }
    LargePages.ask(for: UnsafeMutableRawBufferPointer(spare))
    return sorted.withMemoryRebound(to: UInt64.self) { own in
      let (count, differing) = survey(values)
      // What all keys have in common at the top needs no pass.
      let bits = UInt64.bitWidth - differing.leadingZeroBitCount
      let digits = min((bits + digitBits - 1) / digitBits, mostDigits)
      let lowest = max(bits - digits * digitBits, 0)
      // Every pass moves the keys to the other side; they have to end where the values are wanted.
      var (keys, others) = digits % 2 == 0 ? (own, spare) : (spare, own)
      var histogram = writeKeys(of: values, to: keys, digits: digits, lowest: lowest)
      for digit in 0..<digits {
        histogram.withUnsafeMutableBufferPointer { histogram in
          let places = UnsafeMutableBufferPointer(
            rebasing: histogram[digit * bucketCount..<(digit + 1) * bucketCount])
          scatter(
            UnsafeBufferPointer(rebasing: keys[..<count]), to: others, places: places,
            shift: lowest + digit * digitBits)
        }
        swap(&keys, &others)
      }
      let result = UnsafeMutableBufferPointer(rebasing: own[..<count])
      if lowest > 0 { finish(result, lowest: lowest) }
      for index in result.indices {
        result[index] = value(ofOrderedKey: result[index]).bitPattern
      }
      return count
    }
  }

  /// How many values are numbers, and in which bits their keys differ.
  private static func survey(
    _ values: UnsafeBufferPointer<Double>
  ) -> (count: Int, differing: UInt64) {
    var count = 0
    var common = UInt64.max
    var united: UInt64 = 0
    for value in values where !value.isNaN {
      let key = orderedKey(of: value)
      common &= key
      united |= key
      count += 1
    }
    return (count, count > 0 ? common ^ united : 0)
  }

  /// Writes the keys and counts the buckets of every digit.
  private static func writeKeys(
    of values: UnsafeBufferPointer<Double>, to keys: UnsafeMutableBufferPointer<UInt64>,
    digits: Int, lowest: Int
  ) -> [Int] {
    var histogram = [Int](repeating: 0, count: digits * bucketCount)
    histogram.withUnsafeMutableBufferPointer { histogram in
      var count = 0
      for value in values where !value.isNaN {
        let key = orderedKey(of: value)
        keys[count] = key
        count += 1
        var rest = key >> UInt64(lowest)
        for digit in 0..<digits {
          histogram[digit * bucketCount + bucket(rest)] += 1
          rest >>= UInt64(digitBits)
        }
      }
    }
    return histogram
  }

  /// Moves keys to the places of their buckets, in the order in which they stand.
  private static func scatter(
    _ keys: UnsafeBufferPointer<UInt64>, to target: UnsafeMutableBufferPointer<UInt64>,
    places: UnsafeMutableBufferPointer<Int>, shift: Int
  ) {
    var offset = 0
    for bucket in places.indices { (places[bucket], offset) = (offset, offset + places[bucket]) }
    for key in keys {
      let bucket = bucket(key >> UInt64(shift))
      target[places[bucket]] = key
      places[bucket] += 1
    }
  }

  /// Orders keys that agree in all bits from `lowest` on; all others stand in their places.
  private static func finish(_ keys: UnsafeMutableBufferPointer<UInt64>, lowest: Int) {
    var index = 1
    while index < keys.count {
      guard keys[index] < keys[index - 1] else {
        index += 1
        continue
      }
      let prefix = keys[index] >> UInt64(lowest)
      var first = index - 1
      while first > 0, keys[first - 1] >> UInt64(lowest) == prefix { first -= 1 }
      while index < keys.count, keys[index] >> UInt64(lowest) == prefix { index += 1 }
      sortFew(UnsafeMutableBufferPointer(rebasing: keys[first..<index]))
    }
  }

  private static func sortFew(_ keys: UnsafeMutableBufferPointer<UInt64>) {
    guard keys.count < 32 else {
      var keys = keys
      return keys.sort()
    }
    for index in 1..<keys.count {
      let key = keys[index]
      var place = index
      while place > 0, keys[place - 1] > key {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key
    }
  }

  @inline(__always)
  private static func bucket(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key & UInt64(bucketCount - 1))
  }
}

/// A key in the order of the values: sign flipped for positive, all bits for negative ones.
private func orderedKey(of value: Double) -> UInt64 {
  // Adding zero makes negative zero positive.
  let bits = (value + 0).bitPattern
  let isNegative = UInt64(bitPattern: Int64(bitPattern: bits) >> 63)
  return bits ^ (isNegative | 1 << 63)
}

private func value(ofOrderedKey key: UInt64) -> Double {
  let isPositive = UInt64(bitPattern: Int64(bitPattern: key) >> 63)
  return Double(bitPattern: key ^ (~isPositive | 1 << 63))
}
