/// The spellings of a `LevelTable` as they are at a moment, for a loop that only looks them up.
struct LevelLookup {
  /// The number of bytes behind a text that have to be readable: eight are compared together.
  static let padding = 8

  /// A place of the hash table.
  struct Slot {
    /// The spelling itself where it is short, else its hash.
    var key: UInt64 = 0
    /// The bytes of the spelling.
    var count: UInt32 = 0
    /// A level's number plus 1, or 0 for a free slot.
    var number: Int32 = 0
  }

  /// The most bytes of a spelling that stands in its slot.
  private static let shortCount = 8

  let bytes: UnsafePointer<UInt8>
  let ends: UnsafePointer<Int>
  let slots: UnsafePointer<Slot>
  let slotCount: Int

  /// The number of a spelling; -1 for one that is not known.
  @inline(__always)
  func code(of start: UnsafePointer<UInt8>, count: Int) -> Int32 {
    guard count <= Self.shortCount else {
      return slots[slot(of: start, count: count, hash: Self.hash(start, count: count))].number - 1
    }
    let word = Self.word(start, count: count)
    return slots[shortSlot(word, count: count, hash: Self.hash(word, count: count))].number - 1
  }

  /// The slot of a spelling, or a free one for it.
  func slot(of start: UnsafePointer<UInt8>, count: Int, hash: UInt64) -> Int {
    guard count > Self.shortCount else {
      return shortSlot(Self.word(start, count: count), count: count, hash: hash)
    }
    let last = slotCount - 1
    var slot = Int(truncatingIfNeeded: hash) & last
    while slots[slot].number != 0 {
      if slots[slot].key == hash, Int(slots[slot].count) == count,
        Self.areEqual(bytes + ends[Int(slots[slot].number) - 1], start, count: count)
      {
        break
      }
      slot = (slot + 1) & last
    }
    return slot
  }

  /// What a spelling has for a key in its slot.
  static func key(_ start: UnsafePointer<UInt8>, count: Int, hash: UInt64) -> UInt64 {
    count <= shortCount ? word(start, count: count) : hash
  }

  @inline(__always)
  private func shortSlot(_ word: UInt64, count: Int, hash: UInt64) -> Int {
    let last = slotCount - 1
    var slot = Int(truncatingIfNeeded: hash) & last
    while slots[slot].number != 0, slots[slot].key != word || Int(slots[slot].count) != count {
      slot = (slot + 1) & last
    }
    return slot
  }

  /// A product for every eight bytes, folded so that the low bits depend on every byte.
  static func hash(_ start: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    var hash = UInt64(count)
    var place = 0
    while place < count {
      hash = folded(hash ^ word(start + place, count: count - place))
      place += 8
    }
    return hash
  }

  /// The hash of a short spelling.
  @inline(__always)
  private static func hash(_ word: UInt64, count: Int) -> UInt64 {
    count == 0 ? 0 : folded(UInt64(count) ^ word)
  }

  @inline(__always)
  private static func folded(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
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
