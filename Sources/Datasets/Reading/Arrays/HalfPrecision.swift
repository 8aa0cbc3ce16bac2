/// Numbers of half precision: one bit of sign, five of exponent, ten of fraction (IEEE 754 binary16).
package enum HalfPrecision {
  /// The value of a number, exactly.
  package static func value(of bits: UInt16) -> Double {
    let fraction = Double(bits & 0x3FF)
    let magnitude: Double =
      switch Int(bits >> 10 & 0x1F) {
      case 0: fraction * 0x1p-24
      case 31: fraction == 0 ? .infinity : .nan
      case let exponent:
        (1024 + fraction) * Double(sign: .plus, exponent: exponent - 25, significand: 1)
      }
    return bits >> 15 == 0 ? magnitude : -magnitude
  }
}
