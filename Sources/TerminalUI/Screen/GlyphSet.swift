/// Which glyphs a terminal can show; the plots and widgets draw themselves accordingly.
public enum GlyphSet: String, Sendable, CaseIterable {
  /// Braille dots, eight to a cell, besides blocks and lines.
  case braille
  /// Block elements, four dots to a cell, and lines.
  case block
  /// Printable ASCII only.
  case ascii

  /// Whether anything outside ASCII may be drawn.
  public var isUnicode: Bool { self != .ascii }

  /// The dots that a cell of a plot is made of, across and down.
  public var dotsPerCell: Size {
    switch self {
    case .braille: Size(width: 2, height: 4)
    case .block: Size(width: 2, height: 2)
    case .ascii: Size(width: 1, height: 1)
    }
  }

  /// What stands for the part of a text that was cut off.
  public var ellipsis: Unicode.Scalar { isUnicode ? "…" : "~" }

  /// What stands before the selected row, so that it shows without colour.
  public var cursor: Unicode.Scalar { isUnicode ? "▸" : ">" }

  /// The nearest ASCII likeness of a glyph, `?` when there is none.
  static func likeness(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "·", "•", "∙": "."
    case "…": "~"
    case "−", "–", "—", "─", "━", "╌", "┄", "╴", "╶": "-"
    case "│", "┃", "▕", "▏": "|"
    case "╭", "╮", "╰", "╯", "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼": "+"
    case "×", "✕", "✗": "x"
    case "±": "+"
    case "●", "■", "▪", "★", "✓": "*"
    case "○", "□", "▫": "o"
    case "▾", "▼", "↓": "v"
    case "▴", "▲", "↑": "^"
    case "▸", "▶", "→", "›": ">"
    case "◂", "◀", "←", "‹": "<"
    case "█", "▓": "#"
    case "▒", "░": ":"
    default: "?"
    }
  }
}
