import Runs
import TerminalUI
import Testing

@testable import Dashboard

/// A small generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct RandomKeyTests {
  private static let keys: [Key] =
    KeyMap.dashboard.bindings.flatMap(\.keys)
    + "abcxyzYN07 /:".map(Key.character) + [.backspace, .delete, .insert, .function(12)]

  /// Whatever was pressed, at whatever size: everything draws, and `q` and an answer lead out.
  @Test(arguments: 0..<24)
  func neverTrapsAndAlwaysLetsGo(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
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
