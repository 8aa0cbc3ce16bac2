/// Reads decimal numbers, rounded to the nearest double with ties to even.
///
/// A number is `[+-] digits [. digits] [e|E [+-] digits]` with a digit before or after the point,
/// spaces and tabs around it allowed. Hexadecimal, digit groups, `inf` and `nan` are no numbers.
package enum NumberParser {
  /// The number that a text spells, nil when it spells none; infinite when it is out of range.
  package static func parse(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { parse($0) }
  }

  /// The number that bytes spell, nil when they spell none; infinite when it is out of range.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let trimmed = bytes.trimmed
    guard let literal = DecimalLiteral(trimmed) else { return nil }
    // The standard library's reader is right for every number, the same in every locale, and slow.
    return literal.value ?? Double(String(decoding: trimmed, as: UTF8.self))
  }

  /// The same, where a decimal comma may stand for the point.
  static func parse(_ text: UnsafeBufferPointer<UInt8>, hasDecimalComma: Bool) -> Double? {
    if let value = parse(text) { return value }
    if isInfinity(text) { return .infinity }
    guard hasDecimalComma else { return nil }
    let comma = UInt8(ascii: ",")
    guard let first = text.firstIndex(of: comma), !text.contains(point) else { return nil }
    var withPoint = Array(text)
    withPoint[first] = point
    return withPoint.withUnsafeBufferPointer { parse($0) }
  }

  /// Reads a number at the start of some bytes, whatever follows it.
  ///
  /// - Parameters:
  ///   - start: the first byte; behind the text there have to be a byte that is no part of a number
  ///     and 8 more that may be read.
  ///   - value: is set to the number.
  ///   - powers: the powers of ten, for a loop to have at hand.
  /// - Returns: the byte after the number, or nil when the general way has to decide.
  @inline(__always)
  static func parsePrefix(
    at start: UnsafePointer<UInt8>, into value: inout Double,
    _ powers: PowersOfTen.Tables = .shared
  ) -> UnsafePointer<UInt8>? {
    // Signs follow no rule, and would be guessed wrong half of the time: nothing branches on them.
    let isNegative: UInt64 = start[0] == minus ? 1 : 0
    let first = start + Int(isNegative)
    var cursor = first
    var mantissa: UInt64 = 0
    skipDigits(&cursor, addingTo: &mantissa, powers)
    var digitCount = cursor - first
    var exponent = 0
    if cursor[0] == point {
      cursor += 1
      let fraction = cursor
      skipDigits(&cursor, addingTo: &mantissa, powers)
      exponent = fraction - cursor
      digitCount = digitCount &- exponent
    }
    // One comparison for none, and for more than a mantissa holds.
    if UInt(bitPattern: digitCount &- 1) >= 19, !isShort(first, digitCount) { return nil }
    if cursor[0] | 0x20 == letterE {
      guard let written = exponentPart(&cursor, powers) else { return nil }
      exponent = exponent &+ written
    }
    guard let magnitude = DecimalScaling.value(mantissa, exponent, powers) else { return nil }
    value = Double(bitPattern: magnitude.bitPattern | isNegative << 63)
    return cursor
  }

  /// Whether a number of unusually many digits has 1 to 19 behind the zeros in front of it.
  @inline(never)
  private static func isShort(_ first: UnsafePointer<UInt8>, _ digitCount: Int) -> Bool {
    var digitCount = digitCount
    var zeros = first
    guard digitCount > 0 else { return false }
    while zeros[0] == zero || zeros[0] == point {
      digitCount -= zeros[0] == zero ? 1 : 0
      zeros += 1
    }
    return digitCount <= 19
  }

  /// Takes all digits there are, eight at a time (Lemire 2021, section 3).
  ///
  /// What is less than eight is moved up, so that zeros stand in front of it.
  @inline(__always)
  private static func skipDigits(
    _ cursor: inout UnsafePointer<UInt8>, addingTo mantissa: inout UInt64,
    _ powers: PowersOfTen.Tables
  ) {
    while true {
      // A digit is now its value; bit 7 of what is more than 9 is set, and perhaps of bytes behind it.
      let digits =
        UInt64(littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt64.self))
        ^ 0x3030_3030_3030_3030
      let others = (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
      if others == 0 {
        mantissa = mantissa &* 100_000_000 &+ eightDigits(digits)
        cursor += 8
        continue
      }
      let count = others.trailingZeroBitCount >> 3
      mantissa =
        mantissa &* powers.whole[count]
        &+ eightDigits((digits << 8) &<< UInt64(56 - 8 * count))
      cursor += count
      return
    }
  }

  /// Puts neighbours together: digits to pairs, pairs to fours, fours to the eight.
  @inline(__always)
  private static func eightDigits(_ digits: UInt64) -> UInt64 {
    let pairs = digits &* 10 &+ digits >> 8
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    return
      ((pairs & mask) &* 0x000F_4240_0000_0064
      &+ (pairs >> 16 & mask) &* 0x0000_2710_0000_0001) >> 32
  }

  /// The number behind an `e`, of at most four digits; nil when it has to be looked at closely.
  @inline(never)
  private static func exponentPart(
    _ cursor: inout UnsafePointer<UInt8>, _ powers: PowersOfTen.Tables
  ) -> Int? {
    cursor += 1
    let isNegative = cursor[0] == minus
    if isNegative || cursor[0] == plus { cursor += 1 }
    let first = cursor
    var written: UInt64 = 0
    skipDigits(&cursor, addingTo: &written, powers)
    guard cursor > first, cursor - first <= 4 else { return nil }
    return isNegative ? -Int(written) : Int(written)
  }

  /// Whether the bytes spell an infinity, such as `inf` or `-Infinity`, in any case.
  static func isInfinity(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var name = bytes.trimmed
    if let first = name.first, first == plus || first == minus {
      name = UnsafeBufferPointer(rebasing: name.dropFirst())
    }
    return name.equalsIgnoringCase("inf") || name.equalsIgnoringCase("infinity")
  }
}

let zero = UInt8(ascii: "0")
let plus = UInt8(ascii: "+")
let minus = UInt8(ascii: "-")
let point = UInt8(ascii: ".")
let letterE = UInt8(ascii: "e")
