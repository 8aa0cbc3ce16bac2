import TerminalUI

/// Screens that try the drawing.
enum Pictures {
  /// Every kind of colour and attribute.
  static func colours(_ screen: inout Screen) {
    let styles: [(String, Style)] = [
      ("exact", Style(foreground: .rgb(30, 144, 255))),
      ("exact background", Style(foreground: .rgb(255, 255, 255), background: .rgb(10, 60, 20))),
      ("nearly black", Style(foreground: .rgb(0, 0, 3), background: .rgb(200, 200, 200))),
      ("palette", Style(foreground: .ansi(2))),
      ("bright", Style(foreground: .ansi(12))),
      ("bold", Style(attributes: .bold)),
      ("underlined", Style(attributes: .underline)),
      ("reverse", Style(attributes: .reverse)),
      ("dim", Style(attributes: .dim)),
    ]
    for (row, (name, style)) in styles.enumerated() {
      screen.put(name, at: Point(x: 2, y: row), style: style)
    }
  }

  /// Glyphs two columns wide, next to and over each other, also at the edge.
  static func wide(_ screen: inout Screen) {
    screen.put("日本語 wide", at: Point(x: 0, y: 0), style: .plain)
    screen.put("|", at: Point(x: screen.size.width - 1, y: 0), style: .plain)
    screen.put("語", at: Point(x: screen.size.width - 2, y: 1), style: .plain)
    screen.put("a語b語c", at: Point(x: 0, y: 2), style: Style(foreground: .rgb(255, 0, 0)))
    screen.put("⣿⡇╭─╮ ▇▆", at: Point(x: 0, y: 3), style: .plain)
  }

  /// What a dashboard in training draws, as far as bytes are concerned: two plots whose curves grow,
  /// a histogram whose bars breathe, a list of bars, numbers.
  static func busy(_ screen: inout Screen, frame: Int) {
    let size = screen.size
    let train = Style(foreground: .rgb(86, 180, 233))
    let test = Style(foreground: .rgb(230, 159, 0))
    let frameStyle = Style(foreground: .rgb(90, 90, 110))
    for y in [0, size.height / 2, size.height - 2] {
      screen.put(
        String(repeating: "─", count: size.width), at: Point(x: 0, y: y), style: frameStyle)
    }
    let dots: [Character] = ["⣀", "⣤", "⣶", "⣿", "⠒", "⠉"]
    for x in 0..<size.width where x < frame / 2 % max(1, size.width) {
      let height = size.height / 4 + (x * 7) % 5
      screen.put(String(dots[x % dots.count]), at: Point(x: x, y: height), style: train)
      screen.put(String(dots[(x + 2) % dots.count]), at: Point(x: x, y: height - 3), style: test)
    }
    let bars: [Character] = [" ", "▂", "▄", "▆", "█"]
    for x in 0..<(size.width / 2) {
      let height = (x * 13) % 9 + (x + frame / 4) % 5 / 4
      for y in 0...height {
        let glyph = y == height ? bars[(x + frame / 3) % bars.count] : "█"
        screen.put(
          String(glyph), at: Point(x: x, y: size.height - 3 - y), style: x % 3 == 0 ? test : train)
      }
    }
    for row in 0..<10 {
      let value = Double((row * 37 + frame / 3) % 100) / 100
      screen.put(
        "p\(row)  KS \(value)", at: Point(x: size.width * 2 / 3, y: size.height / 2 + 2 + row),
        style: .plain)
    }
    screen.put(
      " test .\(800 + frame % 100) epoch \(frame) zeros \(frame * 3 % 4288)",
      at: Point(x: 0, y: size.height - 1), style: .plain)
  }
}
