/// The spellings met so far in a column of categories, each with a number, found by their bytes.
///
/// A hash table with open addressing over one run of bytes: no object per cell or level. Behind every text
/// given there have to be `LevelLookup.padding` bytes that may be read.
final class LevelTable {
  private(set) var count = 0

  private var bytes = GrowingBuffer<UInt8>(capacity: 1 << 8)
  private var byteCount = 0
  /// Where each level's bytes end, from the second entry on; they begin where the one before ends.
  private var ends = GrowingBuffer<Int>(capacity: 33)
  private var hashes = GrowingBuffer<UInt64>(capacity: 32)
  /// A power of two of them, at most half taken.
  private var slots = GrowingBuffer<LevelLookup.Slot>(capacity: 64)
  private var slotCount = 64

  init() {
    ends.base[0] = 0
    slots.base.update(repeating: LevelLookup.Slot(), count: slotCount)
  }

  /// What is known now; good until a new spelling comes.
  var lookup: LevelLookup {
    LevelLookup(
      bytes: bytes.base, ends: ends.base, slots: slots.base, slotCount: slotCount)
  }

  /// The number of a spelling; a new one gets the next number.
  func code(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard let start = text.baseAddress else { return -1 }
    return code(of: start, count: text.count, hash: LevelLookup.hash(start, count: text.count))
  }

  /// The number of a text.
  func code(of text: String) -> Int32 {
    let count = text.utf8.count
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: LevelLookup.padding)
    return bytes.withUnsafeBufferPointer {
      code(of: UnsafeBufferPointer(rebasing: $0[..<count]))
    }
  }

  /// The number of a spelling that another table has under the number `other`.
  func code(of other: Int, in table: LevelTable) -> Int32 {
    let start = table.ends.base[other]
    return code(
      of: table.bytes.base + start, count: table.ends.base[other + 1] - start,
      hash: table.hashes.base[other])
  }

  /// The spelling of a number.
  func spelling(of code: Int) -> String {
    let start = ends.base[code]
    return String(
      decoding: UnsafeBufferPointer(
        start: bytes.base + start, count: ends.base[code + 1] - start), as: UTF8.self)
  }

  /// Forgets all spellings.
  func removeAll() {
    count = 0
    byteCount = 0
    // A table that once was large is not cleared again and again for a few spellings.
    slotCount = min(slotCount, 4096)
    slots.base.update(repeating: LevelLookup.Slot(), count: slotCount)
  }
}

extension LevelTable {
  private func code(of start: UnsafePointer<UInt8>, count length: Int, hash: UInt64) -> Int32 {
    let slot = lookup.slot(of: start, count: length, hash: hash)
    let known = slots.base[slot].number
    if known > 0 { return known - 1 }
    grow(by: length)
    (bytes.base + byteCount).update(from: start, count: length)
    byteCount += length
    hashes.base[count] = hash
    count += 1
    ends.base[count] = byteCount
    slots.base[slot] = LevelLookup.Slot(
      key: LevelLookup.key(bytes.base + ends.base[count - 1], count: length, hash: hash),
      count: UInt32(length), number: Int32(count))
    if 2 * count > slotCount { enlarge() }
    return Int32(count - 1)
  }

  private func grow(by length: Int) {
    if byteCount + length + LevelLookup.padding > bytes.capacity {
      bytes.grow(to: 2 * (byteCount + length + LevelLookup.padding))
    }
    if count + 1 >= ends.capacity { ends.grow(to: 2 * ends.capacity) }
    if count >= hashes.capacity { hashes.grow(to: 2 * hashes.capacity) }
  }

  private func enlarge() {
    let taken = UnsafeBufferPointer(start: slots.base, count: slotCount).filter { $0.number != 0 }
    slotCount *= 2
    slots.grow(to: slotCount)
    slots.base.update(repeating: LevelLookup.Slot(), count: slotCount)
    for entry in taken {
      var slot = Int(truncatingIfNeeded: hashes.base[Int(entry.number) - 1]) & (slotCount - 1)
      while slots.base[slot].number != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots.base[slot] = entry
    }
  }
}
