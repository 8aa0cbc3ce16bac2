/// The spellings met so far in a column of categories, each with a number, found by their bytes.
///
/// A hash table with open addressing over one array of bytes: no object per cell or level.
struct LevelTable {
  private var bytes: [UInt8] = []
  /// Where each level's bytes end; they begin where the one before ends.
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// A level's number plus 1, or 0 for a free slot; a power of two of them, at most half taken.
  private var slots = [Int32](repeating: 0, count: 64)

  var count: Int { ends.count }

  /// The number of a spelling; a new one gets the next number.
  mutating func code(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    code(of: text, hash: Self.hash(text))
  }

  /// The number of a spelling that another table has under the number `other`.
  mutating func code(of other: Int, in table: LevelTable) -> Int32 {
    table.bytes.withUnsafeBufferPointer { bytes in
      code(
        of: UnsafeBufferPointer(rebasing: bytes[table.range(of: other)]), hash: table.hashes[other])
    }
  }

  /// Forgets all spellings.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    if slots.count > 4096 {
      // A table that once was large is not cleared again and again for a few spellings.
      slots = [Int32](repeating: 0, count: 64)
    } else {
      for index in slots.indices { slots[index] = 0 }
    }
  }

  private mutating func code(of text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let code = slots[slot] - 1
      if hashes[Int(code)] == hash, isLevel(Int(code), text) { return code }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = Int32(ends.count)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = code + 1
    if 2 * ends.count > slots.count { enlarge() }
    return code
  }

  /// The spelling of a number.
  func spelling(of code: Int) -> String {
    String(decoding: bytes[range(of: code)], as: UTF8.self)
  }

  private func range(of code: Int) -> Range<Int> {
    (code == 0 ? 0 : ends[code - 1])..<ends[code]
  }

  private func isLevel(_ code: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: code)
    guard range.count == text.count else { return false }
    for offset in 0..<text.count where bytes[range.lowerBound + offset] != text[offset] {
      return false
    }
    return true
  }

  private mutating func enlarge() {
    slots = [Int32](repeating: 0, count: 2 * slots.count)
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(code) + 1
    }
  }

  /// FNV-1a with a final mix, so that the low bits depend on every byte.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}
