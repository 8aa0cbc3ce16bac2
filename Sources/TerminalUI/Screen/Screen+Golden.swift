extension Screen {
  /// The glyphs, one line a row, without the spaces at the ends of the lines.
  public var text: String {
    rows { cell in cell.isContinuation ? nil : Character(cell.scalar) }
  }

  /// The styles, one letter a cell, and below them what each letter stands for.
  ///
  /// The plain style is `.`; the others take letters in the order in which they first occur from the
  /// top left. Cells that are blank in the plain style show as spaces.
  public var styleLayer: String {
    var letters: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    let layer = rows { cell in
      if cell == .blank { return " " }
      if let letter = letters[cell.style] { return letter }
      let letter = legend.count < alphabet.count ? alphabet[legend.count] : "*"
      letters[cell.style] = letter
      legend.append("\(letter) \(cell.style.description)")
      return letter
    }
    return ([layer] + legend).joined(separator: "\n")
  }

  private func rows(_ glyph: (Cell) -> Character?) -> String {
    (0..<size.height).map { y in
      var line = String(cells[(y * size.width)..<((y + 1) * size.width)].compactMap(glyph))
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}

extension Style: CustomStringConvertible {
  /// The style in words, such as `#59a6f0 on terminal bold`.
  public var description: String {
    var words = [foreground.description]
    if background != .terminal { words += ["on", background.description] }
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"),
    ]
    words += names.filter { attributes.contains($0.0) }.map(\.1)
    return words.joined(separator: " ")
  }
}

extension Colour: CustomStringConvertible {
  /// The colour as a theme file spells it: `terminal`, `ansi:3` or `#rrggbb`.
  public var description: String {
    switch self {
    case .terminal: return "terminal"
    case .ansi(let index): return "ansi:\(index)"
    case .rgb(let red, let green, let blue):
      let digits = [red, green, blue].map { component in
        let text = String(component, radix: 16)
        return text.count == 1 ? "0" + text : text
      }
      return "#" + digits.joined()
    }
  }
}
