/// The values in ascending order, without NaN and with negative zero as zero.
///
/// A least-significant-digit radix sort over the bit patterns: eight passes of a byte. Passes
/// in which all values share one digit are skipped, so that whole numbers and values that were
/// single precision cost less. Small samples are left to the standard sort.
///
/// - Complexity: O(n).
func sortedWithoutNaN(_ values: [Double]) -> [Double] {
  guard values.count > 256 else { return values.filter { !$0.isNaN }.map { $0 + 0 }.sorted() }
  var keys = [UInt64](unsafeUninitializedCapacity: values.count) { buffer, count in
    for value in values where !value.isNaN {
      buffer[count] = orderedKey(of: value + 0)
      count += 1
    }
  }
  sortByRadix(&keys)
  return keys.map(value(ofOrderedKey:))
}

/// A key that is in the same order as the value: sign flipped for positive, all bits for negative.
private func orderedKey(of value: Double) -> UInt64 {
  let bits = value.bitPattern
  let isNegative = UInt64(bitPattern: Int64(bitPattern: bits) >> 63)
  return bits ^ (isNegative | 1 << 63)
}

private func value(ofOrderedKey key: UInt64) -> Double {
  let isPositive = UInt64(bitPattern: Int64(bitPattern: key) >> 63)
  return Double(bitPattern: key ^ (~isPositive | 1 << 63))
}

private let digitBits = 8
private let digitCount = 8
private let bucketCount = 1 << digitBits

private func digit(_ position: Int, of key: UInt64) -> Int {
  Int(truncatingIfNeeded: (key >> UInt64(position * digitBits)) & UInt64(bucketCount - 1))
}

private func sortByRadix(_ keys: inout [UInt64]) {
  guard let first = keys.first else { return }
  var histogram = [Int](repeating: 0, count: digitCount * bucketCount)
  histogram.withUnsafeMutableBufferPointer { histogram in
    for key in keys {
      for position in 0..<digitCount {
        histogram[position * bucketCount + digit(position, of: key)] += 1
      }
    }
    var scratch = [UInt64](unsafeUninitializedCapacity: keys.count) { $1 = keys.count }
    for position in 0..<digitCount {
      let base = position * bucketCount
      if histogram[base + digit(position, of: first)] == keys.count { continue }
      var offset = 0
      for bucket in base..<base + bucketCount {
        (histogram[bucket], offset) = (offset, offset + histogram[bucket])
      }
      keys.withUnsafeBufferPointer { source in
        scratch.withUnsafeMutableBufferPointer { destination in
          for key in source {
            let bucket = base + digit(position, of: key)
            destination[histogram[bucket]] = key
            histogram[bucket] += 1
          }
        }
      }
      swap(&keys, &scratch)
    }
  }
}
