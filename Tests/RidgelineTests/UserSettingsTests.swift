import Dashboard
import Runs
import TerminalUI
import Testing

@testable import ridgeline

@Suite struct UserSettingsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func settings(_ toml: String) throws -> UserSettings {
    UserSettings(path: try folder.write("config.toml", toml))
  }

  @Test func withoutAFileNothingIsSet() {
    #expect(UserSettings(path: folder.path + "/none.toml") == UserSettings())
  }

  @Test func readsLooksPaceAndKeys() throws {
    let settings = try settings(
      """
      theme = "okabe-ito"
      glyphs = "block"
      colour = 256
      pace = 2

      [keys]
      restart = "F5"
      quit = ["Q", "ctrl-C"]
      """)
    #expect(settings.warnings.isEmpty)
    #expect(settings.theme == "okabe-ito")
    #expect(settings.glyphs == .block)
    #expect(settings.colour == .colours256)
    #expect(settings.pace == .epochsPerSecond(2))
    #expect(settings.keyMap.lookup(.function(5)) == .restart)
    #expect(settings.keyMap.lookup(.character("r")) == nil)
    #expect(settings.keyMap.lookup(.character("Q")) == .quit)
    #expect(settings.keyMap.lookup(.character("q")) == nil)
    #expect(settings.keyMap.lookup(.character(" ")) == .pauseOrResume)
  }

  @Test func aBadEntryWarnsAndTheOthersStand() throws {
    let settings = try settings(
      """
      theme = 3
      glyphs = "emoji"
      colour = "16"
      pase = "max"
      pace = -1
      [keys]
      restart = "hyper-r"
      restrat = "r"
      """)
    #expect(settings.colour == .colours16)
    #expect(settings.theme == nil && settings.glyphs == nil && settings.pace == nil)
    #expect(settings.keyMap.lookup(.character("r")) == .restart)
    #expect(settings.warnings.count == 6)
    #expect(settings.warnings.contains { $0.contains("line 4, pase") && $0.contains("pace?") })
    #expect(
      settings.warnings.contains { $0.contains("line 8, restrat") && $0.contains("restart?") })
  }

  @Test func whatIsNoTOMLWarns() throws {
    let settings = try settings("theme = = 1\n")
    #expect(settings.warnings.count == 1)
    #expect(settings.keyMap == .dashboard)
  }

  @Test(arguments: [
    (["LANG": "de_DE.UTF-8"], GlyphSet.braille), (["LC_ALL": "C.utf8"], .braille),
    (["LC_ALL": "C", "LANG": "de_DE.UTF-8"], .ascii), ([:], .ascii),
    (["LC_ALL": "", "LANG": "C.UTF-8"], .braille),
    (["LANG": "C.UTF-8", "TERM": "linux"], .block),
  ])
  func glyphsFollowLocaleAndTerminal(variables: [String: String], glyphs: GlyphSet) {
    #expect(GlyphSet.fitting(variables) == glyphs)
  }
}
