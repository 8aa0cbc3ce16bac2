extension Unicode.Scalar {
  /// The columns that a terminal gives the scalar: 0 for marks and invisible ones, else 1 or 2.
  ///
  /// Two columns go to the East Asian wide and full-width ranges (Unicode Standard Annex 11) and to
  /// the emoji that are drawn as pictures by default. Control characters count as 1: text is cleaned
  /// before it is drawn, and a cleaned control character takes one column.
  public var displayWidth: Int {
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if (0x1160...0x11FF).contains(value) { return 0 }  // vowels and finals join the syllable before
    return isWide ? 2 : 1
  }

  private var isWide: Bool {
    guard value >= 0x1100 else { return false }
    if properties.isEmojiPresentation { return true }
    return switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1B000...0x1B2FF,
      0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// The scalar as it may stand in a cell: white space becomes a space, other controls `?`.
  var cleaned: Unicode.Scalar {
    if value >= 0x20, value < 0x7F { return self }
    return switch properties.generalCategory {
    case .control: (0x09...0x0D).contains(value) || value == 0x85 ? " " : "?"
    case .lineSeparator, .paragraphSeparator, .spaceSeparator: " "
    default: self
    }
  }
}

extension StringProtocol {
  /// The columns the text takes on a terminal.
  public var displayWidth: Int {
    unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }
}
