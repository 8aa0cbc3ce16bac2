/// Reads decimal numbers, rounded to the nearest double with ties to even.
///
/// A number is `[+-] digits [. digits] [e|E [+-] digits]` with a digit before or after the point,
/// spaces and tabs around it allowed. Hexadecimal, digit groups, `inf` and `nan` are no numbers.
enum NumberParser {
  /// The number that a text spells, nil when it spells none; infinite when it is out of range.
  static func parse(_ text: String) -> Double? {
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
    var cursor = start
    let isNegative = cursor[0] == minus
    if isNegative { cursor += 1 }
    let first = cursor
    var mantissa: UInt64 = 0
    skipDigits(&cursor, addingTo: &mantissa)
    var digitCount = cursor - first
    var exponent = 0
    if cursor[0] == point {
      cursor += 1
      let fraction = cursor
      skipEightDigits(&cursor, addingTo: &mantissa)
      skipDigits(&cursor, addingTo: &mantissa)
      exponent = fraction - cursor
      digitCount -= exponent
    }
    guard digitCount > 0 else { return nil }
    if digitCount > 19 {
      // Zeros in front are no digits that count; any others have overflown.
      var zeros = first
      while zeros[0] == zero || zeros[0] == point {
        digitCount -= zeros[0] == zero ? 1 : 0
        zeros += 1
      }
      guard digitCount <= 19 else { return nil }
    }
    if cursor[0] | 0x20 == letterE {
      guard let written = exponentPart(&cursor) else { return nil }
      exponent += written
    }
    guard let magnitude = DecimalScaling.value(mantissa, exponent, powers) else { return nil }
    value = isNegative ? -magnitude : magnitude
    return cursor
  }

  @inline(__always)
  private static func skipDigits(
    _ cursor: inout UnsafePointer<UInt8>, addingTo mantissa: inout UInt64
  ) {
    while case let digit = cursor[0] &- zero, digit < 10 {
      mantissa = mantissa &* 10 &+ UInt64(digit)
      cursor += 1
    }
  }

  /// Takes digits eight at a time, as long as there are eight (Lemire 2021, section 3).
  @inline(__always)
  private static func skipEightDigits(
    _ cursor: inout UnsafePointer<UInt8>, addingTo mantissa: inout UInt64
  ) {
    while true {
      let bytes = UInt64(
        littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt64.self))
      let digits = bytes &- 0x3030_3030_3030_3030
      guard (bytes &+ 0x4646_4646_4646_4646 | digits) & 0x8080_8080_8080_8080 == 0 else { return }
      // Neighbours are put together: digits to pairs, pairs to fours, fours to the eight.
      let pairs = digits &* 10 &+ digits >> 8
      let mask: UInt64 = 0x0000_00FF_0000_00FF
      let eight =
        ((pairs & mask) &* 0x000F_4240_0000_0064
          &+ (pairs >> 16 & mask) &* 0x0000_2710_0000_0001) >> 32
      mantissa = mantissa &* 100_000_000 &+ eight
      cursor += 8
    }
  }

  /// The number behind an `e`, of at most four digits; nil when it has to be looked at closely.
  @inline(__always)
  private static func exponentPart(_ cursor: inout UnsafePointer<UInt8>) -> Int? {
    cursor += 1
    let isNegative = cursor[0] == minus
    if isNegative || cursor[0] == plus { cursor += 1 }
    let first = cursor
    var written: UInt64 = 0
    skipDigits(&cursor, addingTo: &written)
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
