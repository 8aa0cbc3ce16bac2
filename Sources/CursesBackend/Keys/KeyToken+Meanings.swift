import TerminalUI

extension KeyToken {
  /// The key of a byte below 0x80 that is no Escape.
  static func key(ofByte byte: UInt8) -> Key {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x00: .control(" ")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1B...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }

  /// The meaning of `ESC [ number final`.
  ///
  /// Shift, alt and control with an arrow count as the arrow.
  static func meaning(ofFinal final: UInt8, _ number: Int?) -> Meaning {
    switch final {
    case UInt8(ascii: "~"):
      if number == 200 { return .pasteStart }
      return meaning(of: number.flatMap { editingKeys[$0] })
    case UInt8(ascii: "Z"):
      return .key(.backTab)
    case UInt8(ascii: "R") where number != nil && number != 1:
      return .nothing  // the report of the cursor's place, which shares its letter with F3
    default:
      return meaning(of: cursorKeys[final])
    }
  }

  /// The meaning of `ESC O final`, which the keypad uses too.
  static func meaning(ofSingleShift final: UInt8) -> Meaning {
    meaning(of: cursorKeys[final] ?? keypadKeys[final])
  }

  private static func meaning(of key: Key?) -> Meaning { key.map { .key($0) } ?? .nothing }

  private static let cursorKeys: [UInt8: Key] = keys([
    ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ("a", .up), ("b", .down), ("c", .right), ("d", .left),
    ("P", .function(1)), ("Q", .function(2)), ("R", .function(3)), ("S", .function(4)),
  ])

  private static let keypadKeys: [UInt8: Key] = keys([
    ("M", .enter), ("j", .character("*")), ("k", .character("+")), ("l", .character(",")),
    ("m", .character("-")), ("n", .character(".")), ("o", .character("/")),
    ("p", .character("0")), ("q", .character("1")), ("r", .character("2")),
    ("s", .character("3")), ("t", .character("4")), ("u", .character("5")),
    ("v", .character("6")), ("w", .character("7")), ("x", .character("8")),
    ("y", .character("9")), ("X", .character("=")),
  ])

  private static let editingKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  private static func keys(_ table: [(Unicode.Scalar, Key)]) -> [UInt8: Key] {
    Dictionary(uniqueKeysWithValues: table.map { (UInt8(ascii: $0.0), $0.1) })
  }
}
