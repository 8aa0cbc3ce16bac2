extension Key {
  /// The key that a name stands for: `q`, `?`, `space`, `tab`, `shift-tab`, `ctrl-l`, `F1`, `page-up`.
  ///
  /// Names are read without regard to case, single characters with it. Common other spellings work as
  /// well: `esc`, `return`, `pgup`, `backtab`, `C-l`, `^L`. `nil` when there is no such key.
  ///
  /// - Parameter name: The name, as in a configuration file.
  public init?(name: String) {
    if name.count == 1, let character = name.first {
      guard character.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
        return nil
      }
      self = .character(character)
      return
    }
    let folded = name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    if let key = Key.byName[folded] {
      self = key
    } else if let letter = Key.afterControl(name.lowercased()) {
      self = .control(letter)
    } else if folded.first == "f", let number = Int(folded.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static let byName: [String: Key] = [
    "space": .character(" "), "spacebar": .character(" "), "minus": .character("-"),
    "plus": .character("+"), "comma": .character(","), "up": .up, "down": .down, "left": .left,
    "right": .right, "home": .home, "end": .end, "pageup": .pageUp, "pgup": .pageUp,
    "pagedown": .pageDown, "pgdn": .pageDown, "pgdown": .pageDown, "enter": .enter,
    "return": .enter, "escape": .escape, "esc": .escape, "tab": .tab, "shifttab": .backTab,
    "backtab": .backTab, "backspace": .backspace, "delete": .delete, "del": .delete,
    "insert": .insert, "ins": .insert,
  ]

  private static func afterControl(_ name: String) -> Character? {
    for prefix in ["ctrl-", "ctrl+", "control-", "c-", "^"] where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      guard rest.count == 1, let letter = rest.first, letter.isASCII, letter.isLetter else {
        return nil
      }
      return letter
    }
    return nil
  }
}

extension Key: CustomStringConvertible {
  /// The key's name as help and hints show it; ``init(name:)`` reads it back.
  public var description: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let letter): "ctrl-\(letter.uppercased())"
    case .up: "up"
    case .down: "down"
    case .left: "left"
    case .right: "right"
    case .home: "home"
    case .end: "end"
    case .pageUp: "page-up"
    case .pageDown: "page-down"
    case .enter: "enter"
    case .escape: "esc"
    case .tab: "tab"
    case .backTab: "shift-tab"
    case .backspace: "backspace"
    case .delete: "delete"
    case .insert: "insert"
    case .function(let number): "F\(number)"
    }
  }
}
