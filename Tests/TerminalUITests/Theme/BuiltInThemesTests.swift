import CustomDump
import Foundation
import Testing

import TerminalUI

@Suite struct BuiltInThemesTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func builtInThemesAreTheFiles() throws {
    let folder = Self.root.appendingPathComponent("themes").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
    expectNoDifference(files.sorted(), BuiltInThemes.names.sorted())
    for name in BuiltInThemes.names {
      let file = try String(contentsOfFile: "\(folder)/\(name).toml", encoding: .utf8)
      if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try record(file, name: name)
      } else {
        expectNoDifference(BuiltInThemes.text(named: name)?.toml, file)
      }
    }
  }

  @Test(arguments: BuiltInThemes.names)
  func loadsWithoutWarnings(name: String) {
    let (theme, warnings) = ThemeLoader().theme(named: name)
    expectNoDifference(warnings, [])
    #expect(theme.name == name)
    #expect(theme[.train] != theme[.test])
  }

  @Test func defaultsAreTheNamedThemes() {
    #expect(Theme.dark.name == "ridgeline-dark")
    #expect(Theme.light.name == "ridgeline-light")
    #expect(Theme.builtIn.map(\.name) == BuiltInThemes.names)
  }

  @Test func paintedBackgroundsReachEveryRole() throws {
    let theme = try #require(Theme.builtIn.first { $0.name == "glacier" })
    #expect(theme[.text].background == theme[.background].background)
    #expect(theme[.selection].background != theme[.background].background)
  }

  private func record(_ toml: String, name: String) throws {
    let words = name.split(separator: "-").map(String.init)
    let type = words.map(\.capitalized).joined()
    let property = words[0] + words.dropFirst().map(\.capitalized).joined()
    let lines = toml.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "" : "    \(line)"
    }
    let source = """
      extension BuiltInThemes {
        /// The text of `themes/\(name).toml`.
        static let \(property) = \"""
      \(lines.joined(separator: "\n"))
          \"""
      }

      """
    let folder = Self.root.appendingPathComponent("Sources/TerminalUI/Theme/BuiltIn")
    try source.write(
      to: folder.appendingPathComponent("BuiltInThemes+\(type).swift"), atomically: true,
      encoding: .utf8)
  }
}
