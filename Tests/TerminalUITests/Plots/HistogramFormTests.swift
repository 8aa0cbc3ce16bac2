import Testing

import TerminalUI

@Suite struct HistogramFormTests {
  private let theme = Theme.dark
  private let size = Size(width: 40, height: 11)

  private func draw(
    _ reference: [Double], _ current: [Double], _ form: HistogramPlot.Form,
    glyphs: GlyphSet = .braille
  ) -> Screen {
    var screen = Screen(size: size)
    HistogramPlot(
      edges: (0...reference.count).map(Double.init),
      reference: .init(name: "train", shares: reference, role: .trainFill),
      current: .init(name: "test", shares: current, role: .testFill), form: form,
      distanceLabel: "KS .50"
    ).draw(into: &screen, in: screen.bounds, theme: theme, glyphs: glyphs)
    return screen
  }

  /// The rows in which a colour is seen, from above.
  private func rows(of role: ThemeRole, in screen: Screen) -> [Int] {
    (0..<size.height).filter { y in
      (0..<size.width).contains { screen[$0, y].style.foreground == theme.colour(role) }
    }
  }

  @Test func mirroredBarsLieOnEitherSide() throws {
    let screen = draw([0.2, 0.8], [0.6, 0.4], .mirrored)
    let up = rows(of: .trainFill, in: screen)
    let down = rows(of: .testFill, in: screen)
    #expect(try #require(up.last) < #require(down.first))
    // The same scale on both sides: 80 % are longer than 60 %.
    #expect(up.count > down.count)
  }

  /// However low the plot, both sides have as many rows, with the same numbers beside their ends; where a
  /// row is left over it holds the line.
  @Test(arguments: 2...13)
  func lowMirroredBarsKeepTheirNumbers(height: Int) throws {
    for form in [HistogramPlot.Form.mirrored, .difference] {
      var screen = Screen(size: Size(width: 40, height: height))
      HistogramPlot(
        edges: [0, 1, 2], reference: .init(name: "train", shares: [0, 1], role: .trainFill),
        current: .init(name: "test", shares: [1, 0], role: .testFill), form: form
      ).draw(into: &screen, in: screen.bounds, theme: theme, glyphs: .braille)
      let bars = (0..<height).filter { y in
        (0..<40).contains { x in
          [.trainFill, .testFill].contains { screen[x, y].style.foreground == theme.colour($0) }
        }
      }
      let last = try #require(bars.last)
      let line = Set(0...last).subtracting(bars)
      #expect(bars.count % 2 == 0)
      #expect(line.isEmpty || line == [bars.count / 2])
      let lines = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines[0].contains("100%"))
      #expect(lines[last].contains("100%"))
      let numbers = lines.indices.filter { lines[$0].contains("%") }
      #expect(lines.reduce(0) { $0 + $1.count { $0 == "%" } } == numbers.count)
      // No row is left over.
      let axis = lines.dropFirst(last + 1).first.map { !$0.allSatisfy { $0 == " " } } ?? false
      #expect(height - last - 1 - (axis ? 1 : 0) == 0)
      // With a row of its own for the line the numbers are evenly apart.
      guard !line.isEmpty else { continue }
      #expect(lines[bars.count / 2].contains(" 0%"))
      #expect(Set(zip(numbers, numbers.dropFirst()).map { $1 - $0 }).count == 1)
    }
  }

  @Test func equalSamplesHaveNoDifference() {
    let screen = draw([0.2, 0.8], [0.2, 0.8], .difference)
    #expect(rows(of: .trainFill, in: screen).isEmpty)
    #expect(rows(of: .testFill, in: screen).isEmpty)
  }

  @Test func aDifferenceStandsWhereTestHasMore() {
    let screen = draw([0.5, 0.5], [0.25, 0.75], .difference)
    let middle = (size.height - 1) / 2
    #expect(rows(of: .testFill, in: screen).allSatisfy { $0 < middle })
    #expect(rows(of: .trainFill, in: screen).allSatisfy { $0 >= middle })
    #expect(screen.text.contains("+") && screen.text.contains("-"))
  }

  /// The samples are furthest apart at 2: half of train lies below, and nothing of test.
  @Test func theCumulativeFormMarksTheLargestDistance() throws {
    let screen = draw([0.25, 0.25, 0.25, 0.25], [0, 0, 0.5, 0.5], .cumulative)
    let mark = try #require((0..<size.width).first { screen[$0, 0].scalar == "▾" })
    #expect(screen.text.contains("KS .50"))
    let bar = (0..<size.height).filter {
      screen[mark, $0].style.foreground == theme.colour(.accent)
    }
    #expect(bar.count >= 3)
    let ticks = screen.text.split(separator: "\n").last.map(String.init) ?? ""
    let place = try #require(ticks.firstIndex(of: "2"))
    #expect(abs(ticks.distance(from: ticks.startIndex, to: place) - mark) <= 1)
  }

  @Test func equalSamplesHaveNoMark() {
    #expect(!draw([0.5, 0.5], [0.5, 0.5], .cumulative).text.contains("KS"))
  }
}
