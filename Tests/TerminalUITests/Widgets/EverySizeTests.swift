import Testing

import TerminalUI

/// Every widget draws at every size with every kind of contents, and only inside its rectangle.
@Suite struct EverySizeTests {
  static let outside = Cell("¤", style: Style(foreground: .ansi(1)))

  @Test(arguments: GlyphSet.allCases)
  func drawsOnlyInsideItsArea(glyphs: GlyphSet) {
    let widths = Array(1...10) + [17, 38, 60]
    let heights = Array(1...7) + [14, 30]
    for widget in Samples.all {
      for width in widths {
        for height in heights {
          let area = Rect(x: 1, y: 1, width: width, height: height)
          let size = Size(width: width + 2, height: height + 2)
          var screen = Screen(size: size, fill: Self.outside)
          screen.fill(area)
          widget.draw(into: &screen, in: area, theme: .dark, glyphs: glyphs)
          let frame = screen.frame(around: area)
          #expect(frame.allSatisfy { $0 == Self.outside }, "\(type(of: widget)) at \(area.size)")
          #expect(glyphs.isUnicode || screen.isASCII(in: area, but: "日本語é"))
        }
      }
    }
  }

  @Test(arguments: [Size(width: 500, height: 200), Size(width: 1, height: 200), .zero])
  func drawsAtExtremeSizes(size: Size) {
    for widget in Samples.all {
      var screen = Screen(size: size)
      widget.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: .braille)
      #expect(screen.cells.count == size.width * size.height)
    }
  }

  @Test func drawsPartlyOffTheScreen() {
    for widget in Samples.all {
      var screen = Screen(size: Size(width: 20, height: 8))
      widget.draw(
        into: &screen, in: Rect(x: -7, y: -3, width: 40, height: 16),
        theme: Theme.dark.monochrome, glyphs: .block)
      #expect(screen.cells.count == 160)
    }
  }
}

extension Screen {
  fileprivate func frame(around area: Rect) -> [Cell] {
    (0..<size.height).flatMap { y in
      (0..<size.width).compactMap { x in
        area.contains(Point(x: x, y: y)) ? nil : self[x, y]
      }
    }
  }

  fileprivate func isASCII(in area: Rect, but allowed: String) -> Bool {
    let allowed = Set(allowed.unicodeScalars)
    return cells.allSatisfy { cell in
      cell.scalar.isASCII || cell == EverySizeTests.outside || allowed.contains(cell.scalar)
    }
  }
}
