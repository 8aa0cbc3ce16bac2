import CustomDump
import Foundation
import Testing

import TerminalUI

@Suite struct ThemeFoldersTests {
  @Test func findsThemesInFoldersBeforeTheBuiltInOnes() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("themes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ toml: String) throws {
      try toml.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    try write("mine.toml", "inherits = \"okabe-ito\"\n[roles]\ntext = \"ansi:1\"\n")
    try write("terminal.toml", "[roles]\ntext = \"green\"\n")
    try write("notes.txt", "no theme")

    let themes = ThemeFolders(["/nowhere/at/all", folder.path])
    expectNoDifference(themes.names, BuiltInThemes.names + ["mine"])
    #expect(themes.theme("mine").theme.colour(.text) == .ansi(1))
    #expect(themes.theme("terminal").theme.colour(.text) == .ansi(2))
    #expect(themes.theme("\(folder.path)/mine.toml").theme.name == "mine")
    #expect(themes.theme("../mine").warnings.count == 1)
    #expect(themes.theme("glacier").warnings.isEmpty)
  }
}
