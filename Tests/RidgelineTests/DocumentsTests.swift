import ArgumentParser
import CustomDump
import Dashboard
import Foundation
import Shift
import TerminalUI
import Testing

@testable import ridgeline

/// What the documents list is what the program has.
@Suite struct DocumentsTests {
  private func document(_ name: String) throws -> String {
    try String(contentsOfFile: "\(Program.repository)/\(name)", encoding: .utf8)
  }

  @Test func theReadmeHasEveryOption() throws {
    let readme = try document("README.md")
    for option in OptionNames.ofExperiments where !option.hasPrefix("no-") && option != "color" {
      let negation = "--no-\(option)"
      #expect(readme.contains("--\(option)") || readme.contains(negation), "\(option)")
    }
  }

  @Test func theReadmeHasEveryCommand() throws {
    let readme = try document("README.md")
    for command in Ridgeline.configuration.subcommands where command != DashboardCommand.self {
      #expect(readme.contains("`ridgeline \(command._commandName)"), "\(command._commandName)")
    }
  }

  /// `RECORD_SNAPSHOTS=1` in the environment writes the table anew.
  @Test func theTableOfActionsIsThatOfTheKeyMap() throws {
    var lines = [
      "# Keys and actions", "",
      "The names of actions stand under `[keys]` in `config.toml`. Keys are written as below, and as",
      "`F1` to `F24`, `ctrl-A` to `ctrl-Z`, `home`, `end`, `insert`, `delete` and `backspace`.", "",
      "| action | keys | does |", "|---|---|---|",
    ]
    for binding in KeyMap.dashboard.bindings {
      let keys = binding.keys.map { "`\($0)`" }.joined(separator: " ")
      lines.append("| `\(binding.action.rawValue)` | \(keys) | \(binding.help) |")
    }
    let table = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try table.write(
        toFile: "\(Program.repository)/docs/keys.md", atomically: true, encoding: .utf8)
    }
    #expect(try document("docs/keys.md") == table)
  }

  /// `RECORD_SNAPSHOTS=1` in the environment writes the definitions anew.
  @Test func theDefinitionsAreThoseThatDriftExplains() throws {
    let (begin, end) = ("<!-- definitions -->\n", "<!-- end of definitions -->\n")
    let written = try document("docs/shift.md")
    let first = try #require(written.range(of: begin))
    let last = try #require(written.range(of: end))
    let definitions = "\n" + DriftDefinition.markdown + "\n"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      let text = written[..<first.upperBound] + definitions + written[last.lowerBound...]
      return try text.write(
        toFile: "\(Program.repository)/docs/shift.md", atomically: true, encoding: .utf8)
    }
    expectNoDifference(
      String(written[first.upperBound..<last.lowerBound]).split(separator: "\n"),
      definitions.split(separator: "\n"))
  }
}
