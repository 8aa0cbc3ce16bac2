/// The spellings of a `LevelTable` as they are at a moment, for a loop that only looks them up.
struct LevelLookup {
  /// The number of bytes behind a text that have to be readable: eight are compared together.
  static let padding = 8

  let bytes: UnsafePointer<UInt8>
  let ends: UnsafePointer<Int>
  let hashes: UnsafePointer<UInt64>
  let slots: UnsafePointer<Int32>
  let slotCount: Int

  /// The number of a spelling; -1 for one that is not known.
  @inline(__always)
  func code(of start: UnsafePointer<UInt8>, count: Int) -> Int32 {
    slots[slot(of: start, count: count, hash: Self.hash(start, count: count))] - 1
  }

  /// The slot of a spelling, or a free one for it.
  func slot(of start: UnsafePointer<UInt8>, count: Int, hash: UInt64) -> Int {
    let last = slotCount - 1
    var slot = Int(truncatingIfNeeded: hash) & last
    while slots[slot] != 0 {
      let code = Int(slots[slot] - 1)
      if hashes[code] == hash, ends[code + 1] - ends[code] == count,
        Self.areEqual(bytes + ends[code], start, count: count)
      {
        break
      }
      slot = (slot + 1) & last
    }
    return slot
  }

  /// A product for every eight bytes, folded so that the low bits depend on every byte.
  static func hash(_ start: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    var hash = UInt64(count)
    var place = 0
    while place < count {
      let product = (hash ^ word(start + place, count: count - place))
        .multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
      place += 8
    }
    return hash
  }

  private static func areEqual(
    _ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>, count: Int
  ) -> Bool {
    var place = 0
    while place < count {
      guard word(first + place, count: count - place) == word(second + place, count: count - place)
      else { return false }
      place += 8
    }
    return true
  }

  /// The bytes from a place on as one number, all but the first `count` taken as 0.
  @inline(__always)
  private static func word(_ start: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    let word = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    return count >= 8 ? word : word & ((1 << UInt64(8 * count)) - 1)
  }
}
