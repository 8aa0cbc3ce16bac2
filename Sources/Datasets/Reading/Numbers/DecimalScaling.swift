/// Finds the double nearest to `mantissa * 10^exponent`.
enum DecimalScaling {
  /// The nearest double, ties to even; nil where only all digits can tell, and for numbers outside
  /// of the range of normal doubles.
  ///
  /// When both factors are doubles without rounding, their product is rounded once (Clinger 1990,
  /// "How to read floating point numbers accurately"). Else the product of the mantissa with the
  /// first bits of the power decides (Lemire 2021, "Number parsing at a gigabyte per second").
  @inline(__always)
  static func value(
    _ mantissa: UInt64, _ exponent: Int, _ powers: PowersOfTen.Tables = .shared
  ) -> Double? {
    guard mantissa <= 1 << 53, UInt(bitPattern: exponent &+ 22) <= 44 else {
      return product(mantissa, exponent, powers)
    }
    let value = Double(Int64(bitPattern: mantissa))
    return exponent < 0 ? value / powers.exact[0 &- exponent] : value * powers.exact[exponent]
  }

  private static func product(
    _ mantissa: UInt64, _ exponent: Int, _ powers: PowersOfTen.Tables
  ) -> Double? {
    guard mantissa != 0 else { return 0 }
    guard PowersOfTen.range.contains(exponent) else { return nil }
    let leadingZeros = mantissa.leadingZeroBitCount
    let normalised = mantissa << UInt64(leadingZeros)
    let index = 2 * (exponent - PowersOfTen.range.lowerBound)
    let (powerHigh, powerLow) = (powers.fives[index], powers.fives[index + 1])
    var (high, low) = normalised.multipliedFullWidth(by: powerHigh)
    if high & 0x1FF == 0x1FF {
      // The bits below could carry into those that are kept.
      let rest = normalised.multipliedFullWidth(by: powerLow)
      let (sum, overflow) = low.addingReportingOverflow(rest.high)
      low = sum
      if overflow { high += 1 }
      if low == .max, !(-27...55).contains(exponent) { return nil }
    }
    // Of 64 bits, the highest one may be 0; 54 are kept: 53 of the double and one to round by.
    let upperBit = Int(high >> 63)
    let shift = UInt64(upperBit + 9)
    var significand = high >> shift
    // 217706 / 65536 is a little above log2(10): the power of two of the power of ten.
    let biased = (217_706 * exponent) >> 16 + 63 + upperBit - leadingZeros + 1023
    guard biased > 0 else { return nil }
    if low <= 1, (-4...23).contains(exponent), significand & 3 == 1, significand << shift == high {
      // Exactly in the middle: to the even one, which is the lower.
      significand &= ~1
    }
    significand = (significand + significand & 1) >> 1
    var power = biased
    if significand == 1 << 53 {
      significand = 1 << 52
      power += 1
    }
    guard power < 0x7FF else { return nil }
    return Double(bitPattern: UInt64(power) << 52 | significand & ~(1 << 52))
  }
}
