import Foundation

/// A strict reader of the JSON in a safetensors header.
///
/// Foundation's reader keeps one of two equal keys without a word; a header with a tensor twice must
/// be refused, so this one keeps both.
struct HeaderParser {
  /// Where and why the text is not JSON.
  struct Failure: Error {
    var offset: Int
    var expected: String
  }

  private let bytes: [UInt8]
  private var position = 0

  /// The deepest nesting that is read; a header has three levels.
  private static let maximumDepth = 8

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Parses a whole text: one value, with white space around it.
  static func parse(_ bytes: [UInt8]) throws(Failure) -> HeaderValue {
    var parser = HeaderParser(bytes)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.failure("the end of the header") }
    return value
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func failure(_ expected: String) -> Failure {
    Failure(offset: position, expected: expected)
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(Failure) -> HeaderValue {
    guard depth < Self.maximumDepth else { throw failure("a shallower nesting") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try pairs(depth: depth))
    case UInt8(ascii: "["): return .list(try elements(depth: depth))
    case UInt8(ascii: "\""): return .text(try text())
    default: return try word()
    }
  }

  private mutating func pairs(depth: Int) throws(Failure) -> [HeaderValue.Pair] {
    position += 1
    var pairs: [HeaderValue.Pair] = []
    if take("}") { return pairs }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw failure("a key in quotes") }
      let key = try text()
      guard take(":") else { throw failure("a colon") }
      pairs.append(HeaderValue.Pair(key: key, value: try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw failure("a comma or a closing brace") }
    return pairs
  }

  private mutating func elements(depth: Int) throws(Failure) -> [HeaderValue] {
    position += 1
    var elements: [HeaderValue] = []
    if take("]") { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw failure("a comma or a closing bracket") }
    return elements
  }

  /// A text in quotes; escapes are left to Foundation, which knows surrogate pairs.
  private mutating func text() throws(Failure) -> String {
    let start = position
    position += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard next != nil else {
      position = min(position, bytes.count)
      throw failure("a closing quote")
    }
    position += 1
    guard
      let text = try? JSONDecoder().decode(String.self, from: Data(bytes[start..<position]))
    else { throw Failure(offset: start, expected: "a valid text") }
    return text
  }

  private mutating func word() throws(Failure) -> HeaderValue {
    let start = position
    while let byte = next, byte > 0x20, !",]}".utf8.contains(byte) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    if let integer = Int(word) { return .integer(integer) }
    guard ["true", "false", "null"].contains(word) || Double(word) != nil else {
      throw Failure(offset: start, expected: "a value")
    }
    return .other
  }
}
