/// A decimal number taken apart: sign, up to 19 digits, power of ten.
struct DecimalLiteral {
  var isNegative = false
  /// The digits, as far as they fit.
  var mantissa: UInt64 = 0
  /// The power of ten that the mantissa is to be multiplied by.
  var exponent = 0
  /// Whether `mantissa` holds every digit.
  var isComplete = true

  /// Takes a text apart that is a number from its first byte to its last; nil when it is none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let count = bytes.count
    if index < count, bytes[index] == plus || bytes[index] == minus {
      isNegative = bytes[index] == minus
      index += 1
    }
    var digitCount = 0
    var significant = 0
    var seenPoint = false
    while index < count {
      let byte = bytes[index]
      if byte == point, !seenPoint {
        seenPoint = true
      } else if case let digit = byte &- zero, digit < 10 {
        digitCount += 1
        if significant > 0 || digit > 0 { significant += 1 }
        if significant <= 19 {
          mantissa = mantissa * 10 + UInt64(digit)
          if seenPoint { exponent -= 1 }
        } else {
          isComplete = false
        }
      } else {
        break
      }
      index += 1
    }
    guard digitCount > 0 else { return nil }
    guard index < count else { return }
    guard bytes[index] | 0x20 == letterE else { return nil }
    index += 1
    var isExponentNegative = false
    if index < count, bytes[index] == plus || bytes[index] == minus {
      isExponentNegative = bytes[index] == minus
      index += 1
    }
    guard index < count else { return nil }
    var written = 0
    while index < count {
      let digit = bytes[index] &- zero
      guard digit < 10 else { return nil }
      // Beyond this every number is 0 or infinite; a limit keeps the sum from overflowing.
      if written < 1_000_000 { written = written * 10 + Int(digit) }
      index += 1
    }
    exponent += isExponentNegative ? -written : written
  }

  /// The number, correctly rounded; nil when it takes more than `mantissa` to tell.
  var value: Double? {
    guard isComplete, let magnitude = DecimalScaling.value(mantissa, exponent) else { return nil }
    return isNegative ? -magnitude : magnitude
  }
}
