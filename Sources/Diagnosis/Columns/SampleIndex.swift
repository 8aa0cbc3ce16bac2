/// Where hashes of samples first stand: a table of open addresses, twice as quick as a dictionary.
struct SampleIndex {
  private var places: [Int32]
  private let mask: Int
  private let hashes: [UInt64]

  /// How many samples repeat an earlier one, and the first that does, with the one that it repeats.
  private(set) var repeats = 0
  private(set) var firstRepeat: (sample: Int, of: Int)?

  init(_ hashes: [UInt64]) {
    var capacity = 16
    while capacity < hashes.count * 2 { capacity *= 2 }
    places = [Int32](repeating: -1, count: capacity)
    mask = capacity - 1
    self.hashes = hashes
    for (sample, hash) in hashes.enumerated() {
      let slot = slot(of: hash)
      guard places[slot] >= 0 else {
        places[slot] = Int32(truncatingIfNeeded: sample)
        continue
      }
      repeats += 1
      if firstRepeat == nil { firstRepeat = (sample, Int(places[slot])) }
    }
  }

  /// The first sample with a hash.
  func first(_ hash: UInt64) -> Int? {
    let place = places[slot(of: hash)]
    return place < 0 ? nil : Int(place)
  }

  /// The slot that holds the hash, or the empty one where it would stand.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while places[slot] >= 0, hashes[Int(places[slot])] != hash { slot = (slot + 1) & mask }
    return slot
  }
}
