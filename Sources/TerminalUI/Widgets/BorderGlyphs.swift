/// The glyphs that a box is drawn with.
struct BorderGlyphs {
  let horizontal, vertical: Unicode.Scalar
  let topLeft, topRight, bottomLeft, bottomRight: Unicode.Scalar

  /// A light box with round corners; a heavy one when focused; `+-|` and `#=|` in ASCII.
  init(glyphs: GlyphSet, isFocused: Bool) {
    switch (glyphs.isUnicode, isFocused) {
    case (true, false):
      (horizontal, vertical) = ("─", "│")
      (topLeft, topRight, bottomLeft, bottomRight) = ("╭", "╮", "╰", "╯")
    case (true, true):
      (horizontal, vertical) = ("━", "┃")
      (topLeft, topRight, bottomLeft, bottomRight) = ("┏", "┓", "┗", "┛")
    case (false, false):
      (horizontal, vertical) = ("-", "|")
      (topLeft, topRight, bottomLeft, bottomRight) = ("+", "+", "+", "+")
    case (false, true):
      (horizontal, vertical) = ("=", "|")
      (topLeft, topRight, bottomLeft, bottomRight) = ("#", "#", "#", "#")
    }
  }
}
