/// The order of the rows 0..<count in an epoch, a function of (count, seed, epoch).
///
/// - Precondition: `count` is not negative and fits in 31 bits.
public func permutation(count: Int, seed: UInt64, epoch: Int) -> [Int32] {
  [Int32](unsafeUninitializedCapacity: count) { order, initialized in
    fillPermutation(order, seed: seed, epoch: epoch)
    initialized = count
  }
}

/// Fills a buffer with the order that ``permutation(count:seed:epoch:)`` returns.
///
/// - Precondition: The buffer has fewer than 2^31 elements.
public func fillPermutation(_ order: UnsafeMutableBufferPointer<Int32>, seed: UInt64, epoch: Int) {
  precondition(order.count <= Int(Int32.max), "\(order.count) rows do not fit in 31 bits")
  for row in order.indices { order[row] = Int32(truncatingIfNeeded: row) }
  var random = CounterRandom(
    seed: seed, purpose: .shuffle, index: UInt64(bitPattern: Int64(epoch)))
  // Fisher and Yates, from the end.
  for last in stride(from: order.count - 1, to: 0, by: -1) {
    order.swapAt(last, Int(random.next(below: UInt32(last + 1))))
  }
}
