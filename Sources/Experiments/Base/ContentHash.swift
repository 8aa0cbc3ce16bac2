import NeuralEngine

/// A 128-bit name for some content: equal content has an equal name on every machine.
///
/// Two multiplicative hashes of 64-bit words with different constants. It tells apart what differs by
/// accident, not what was made to collide.
struct ContentHash {
  private var lanes: (UInt64, UInt64) = (0x9e37_79b9_7f4a_7c15, 0xc2b2_ae3d_27d4_eb4f)

  /// Adds a number.
  mutating func add(_ word: UInt64) {
    lanes.0 = Self.mix((lanes.0 ^ word) &* 0xff51_afd7_ed55_8ccd)
    lanes.1 = Self.mix((lanes.1 &+ word) &* 0x9fb2_1c65_1e98_df25)
  }

  /// Adds a text, with its length, so that parts cannot run into one another.
  mutating func add(_ text: String) {
    add(UInt64(text.utf8.count))
    for byte in text.utf8 { add(UInt64(byte)) }
  }

  /// Adds an array of numbers, with its length.
  mutating func add(_ values: [Float]) {
    add(UInt64(values.count))
    for value in values { add(UInt64(value.bitPattern)) }
  }

  /// The name: 32 hexadecimal digits.
  var name: String { Self.digits(lanes.0) + Self.digits(lanes.1) }

  private static func mix(_ word: UInt64) -> UInt64 { word ^ (word >> 32) }

  private static func digits(_ word: UInt64) -> String {
    let digits = String(mix(word &* 0x2545_f491_4f6c_dd1d), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
