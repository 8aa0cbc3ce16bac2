import TerminalUI

/// The first complete unit of what a terminal sent, and what it means.
struct KeyToken: Equatable {
  /// What a unit means.
  enum Meaning: Equatable {
    /// A key was pressed.
    case key(Key)
    /// The text of a paste follows.
    case pasteStart
    /// Nothing that this program knows.
    case nothing
  }

  /// The byte that begins every sequence.
  static let escape: UInt8 = 0x1B
  /// The bytes that after an Escape begin the sequences of keys: CSI and SS3.
  static let introducers: [UInt8] = [UInt8(ascii: "["), UInt8(ascii: "O")]

  /// The meaning of the first ``length`` bytes.
  let meaning: Meaning
  /// How many bytes the unit takes.
  let length: Int

  /// The first unit of `bytes`, or nil when it is not complete yet.
  init?(first bytes: ArraySlice<UInt8>, sequences: KeySequences) {
    guard let first = bytes.first else { return nil }
    if let known = sequences.longestMatch(in: bytes) {
      self.init(.key(known.key), known.length)
    } else if first == Self.escape {
      self.init(escaped: bytes)
    } else if first < 0x80 {
      self.init(.key(Self.key(ofByte: first)), 1)
    } else {
      self.init(character: bytes)
    }
  }

  private init(_ meaning: Meaning, _ length: Int) {
    self.meaning = meaning
    self.length = length
  }

  private init?(escaped bytes: ArraySlice<UInt8>) {
    guard let second = bytes.dropFirst().first else { return nil }
    switch second {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      self.init(control: bytes)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      self.init(report: bytes)
    default:
      // Over a slow line a person's Escape comes together with the next key: neither may be lost.
      self.init(.key(.escape), 1)
    }
  }

  /// `ESC [` or `ESC O`, parameters, intermediates and a final byte (ECMA-48, 5.4).
  private init?(control bytes: ArraySlice<UInt8>) {
    let introducer = bytes[bytes.startIndex + 1]
    let body = bytes.dropFirst(2)
    if introducer == UInt8(ascii: "["), body.first == introducer {
      // The function keys of the Linux console: ESC [ [ A.
      guard let letter = body.dropFirst().first else { return nil }
      let number = Int(letter) - Int(UInt8(ascii: "A")) + 1
      self.init((1...5).contains(number) ? .key(.function(number)) : .nothing, 4)
      return
    }
    guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else { return nil }
    let length = end - bytes.startIndex
    guard (0x40...0x7E).contains(body[end]) else {
      self.init(.nothing, length)  // broken off; the byte that broke it counts by itself
      return
    }
    let isSingleShift = introducer == UInt8(ascii: "O")
    let parameters = body[..<end].prefix { (0x30...0x39).contains($0) }
    let number = parameters.count <= 4 ? Int(String(decoding: parameters, as: UTF8.self)) : nil
    self.init(
      isSingleShift
        ? Self.meaning(ofSingleShift: body[end]) : Self.meaning(ofFinal: body[end], number),
      length + 1)
  }

  /// An answer of the terminal to some question, up to its terminator.
  private init?(report bytes: ArraySlice<UInt8>) {
    for index in bytes.indices.dropFirst(2) {
      let isEnd =
        bytes[index] == 0x07
        || (bytes[index] == UInt8(ascii: "\\") && bytes[index - 1] == Self.escape)
      if isEnd {
        self.init(.nothing, index - bytes.startIndex + 1)
        return
      }
    }
    return nil
  }

  private init?(character bytes: ArraySlice<UInt8>) {
    let first = bytes[bytes.startIndex]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    let continuation = bytes.dropFirst().prefix(length - 1).prefix { $0 & 0xC0 == 0x80 }
    let isBroken = continuation.count < min(length, bytes.count) - 1
    if !isBroken, bytes.count < length { return nil }
    guard !isBroken, let text = String(validating: bytes.prefix(length), as: UTF8.self),
      let character = text.first, let scalar = text.unicodeScalars.first,
      scalar.properties.generalCategory != .control
    else {
      self.init(.nothing, 1 + continuation.count)
      return
    }
    self.init(.key(.character(character)), length)
  }
}
