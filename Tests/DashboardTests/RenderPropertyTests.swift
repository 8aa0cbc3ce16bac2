import TerminalUI
import Testing

@testable import Dashboard

@Suite struct RenderPropertyTests {
  /// The widths and heights from 1 to 220 and 60 that layouts turn on, and a spread of others.
  static let sizes: [Size] = {
    let widths = Array(1...44) + Array(stride(from: 47, through: 220, by: 7)) + [59, 60, 99, 100]
    let heights = Array(1...24) + Array(stride(from: 27, through: 60, by: 5)) + [29, 30, 43, 44]
    return widths.flatMap { width in heights.map { Size(width: width, height: $0) } }
  }()

  @Test(arguments: Scene.moments.map(\.name))
  func drawsEverySize(moment: String) throws {
    let scene = try #require(Scene.moments.first { $0.name == moment }?.scene)
    let sets = GlyphSet.allCases
    let themes = [Theme.dark, Theme.dark.monochrome]
    for (index, size) in Self.sizes.enumerated() {
      // Every size in every moment; glyphs, themes, panels and full screen take turns over them.
      var turn = scene
      turn.state.focus = PanelKind.allCases[index / 2 % PanelKind.allCases.count]
      turn.state.isFullScreen = index % 3 == 0
      let screen = turn.screen(size, theme: themes[index % 2], glyphs: sets[index % 3])
      #expect(screen.size == size)
    }
    #expect(scene.screen(Size(width: 500, height: 200)).size == Size(width: 500, height: 200))
    #expect(scene.screen(.zero).size == .zero)
  }
}
