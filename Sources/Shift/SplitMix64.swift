/// Random numbers that follow from a seed alone (Steele, Lea and Flood, OOPSLA 2014).
package struct SplitMix64: RandomNumberGenerator {
  @usableFromInline var state: UInt64

  /// Begins at a seed; any one will do.
  @inlinable package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  @inlinable package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number below `bound`; of 64 bits, so that none is more likely by more than `bound / 2^64`.
  mutating func next(below bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
