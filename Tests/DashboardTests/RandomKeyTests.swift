import Runs
import TerminalUI
import SeededRandom
import Testing

@testable import Dashboard

@Suite struct RandomKeyTests {
  private static let keys: [Key] =
    KeyMap.dashboard.bindings.flatMap(\.keys)
    + "abcxyzYN07 /:".map(Key.character) + [.backspace, .delete, .insert, .function(12)]

  /// Whatever was pressed, at whatever size: everything draws, and `q` and an answer lead out.
  @Test(arguments: 0..<24)
  func neverTrapsAndAlwaysLetsGo(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var scene = Scene.Moment.allCases[seed % Scene.Moment.allCases.count].scene
    for step in 0..<60 {
      if step % 7 == 0 {
        let size = Size(
          width: Int.random(in: 0...140, using: &random),
          height: Int.random(in: 0...45, using: &random))
        _ = reduce(&scene.state, .terminal(.resize(size)))
      }
      if let key = Self.keys.randomElement(using: &random) { scene.press(key) }
      if step % 11 == 0 { scene.takeEffect() }
      if step % 13 == 0, scene.state.run != nil { scene.train(epochs: 1) }
      let glyphs = GlyphSet.allCases.randomElement(using: &random) ?? .braille
      let screen = scene.screen(glyphs: glyphs)
      #expect(screen.size == scene.state.size)
    }
    // Escape leaves whatever was open: at most a search, then the help.
    scene.press(.escape, .escape)
    #expect(scene.press("qy").contains(.quit))
  }
}
