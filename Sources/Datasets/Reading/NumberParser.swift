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
    return literal.value ?? exactly(trimmed)
  }

  /// Reads a number that ends before any byte which is no part of one, without looking further.
  ///
  /// - Parameters:
  ///   - start: the first byte; a byte that is no part of a number has to follow somewhere.
  ///   - value: is set to the number.
  /// - Returns: the byte after the number, or nil when the general way has to decide.
  @inline(__always)
  static func parsePrefix(
    at start: UnsafePointer<UInt8>, into value: inout Double
  ) -> UnsafePointer<UInt8>? {
    var cursor = start
    let isNegative = cursor[0] == minus
    if isNegative { cursor += 1 }
    var mantissa: UInt64 = 0
    var digits = cursor
    while case let digit = cursor[0] &- zero, digit < 10 {
      mantissa = mantissa &* 10 &+ UInt64(digit)
      cursor += 1
    }
    var digitCount = cursor - digits
    var exponent = 0
    if cursor[0] == point {
      cursor += 1
      digits = cursor
      while case let digit = cursor[0] &- zero, digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        cursor += 1
      }
      exponent = digits - cursor
      digitCount += cursor - digits
    }
    guard digitCount > 0, digitCount <= 19, cursor[0] | 0x20 != letterE,
      let magnitude = DecimalLiteral.exactProduct(mantissa, exponent)
    else { return nil }
    value = isNegative ? -magnitude : magnitude
    return cursor
  }

  /// The standard library's reader: correctly rounded, the same in every locale, but slow.
  static func exactly(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    Double(String(decoding: bytes, as: UTF8.self))
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
