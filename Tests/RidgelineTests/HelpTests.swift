import Foundation
import Testing

@testable import ridgeline

@Suite struct HelpTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: [
    [], ["dashboard"], ["fit"], ["doctor"], ["drift"], ["evaluate"], ["predict"], ["themes"],
    ["paths"],
    ["bench"],
  ])
  func everyCommandHasHelp(command: [String]) throws {
    let result = try program.run(command + ["--help"])
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.contains("USAGE: ridgeline"))
    for name in command { #expect(result.output.contains(name)) }
  }

  @Test(arguments: [
    "source", "train", "test", "target", "task", "categorical", "numeric", "drop", "layers",
    "method", "base", "init", "base-epochs", "l1", "l2", "l1-mode", "pull", "optimizer",
    "learning-rate", "momentum", "weight-decay", "epochs", "batch-size", "validation-split",
    "validation-tail", "no-shuffle", "seed", "early-stopping", "scale", "clip", "evaluate-every",
    "pace", "save",
  ])
  func theOptionsOfARunAreThoseOfTheDashboard(option: String) throws {
    #expect(Self.fit.contains(option))
    #expect(Self.dashboard.contains(option))
  }

  @Test func theVersionIsOneLine() throws {
    let result = try program.run("--version")
    #expect(result.code == 0)
    #expect(result.lines.count == 1)
  }

  @Test(arguments: [["--nonsense"], ["--epochs", "many"], ["nonsense", "more"]])
  func wrongUsageEndsWith64(arguments: [String]) throws {
    let result = try program.run(arguments)
    #expect(result.code == 64)
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [["--help"], ["--version"], ["help", "fit"], ["drift", "--help"]])
  func helpThatCannotBeWrittenIsAFailure(arguments: [String]) throws {
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = arguments
    process.environment = program.environment
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let message = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(String(decoding: message, as: UTF8.self).hasPrefix("ridgeline: cannot write"))
  }

  @Test func withoutATerminalTheDashboardPointsToFit() throws {
    let result = try program.run()
    #expect(result.code == 1)
    #expect(result.errors.contains("ridgeline fit"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func themesListsTheBundledOnes() throws {
    let result = try program.run("themes")
    #expect(result.code == 0)
    #expect(result.lines.count >= 5)
    #expect(result.lines.contains("okabe-ito"))
    #expect(result.errors.isEmpty)
  }

  @Test func pathsNamesTheRepository() throws {
    let result = try program.run("paths")
    #expect(result.code == 0)
    #expect(
      result.lines.contains { $0.contains("repository") && $0.contains(Program.repository) })
  }

  private static let fit = OptionNames.of(FitCommand.self)
  private static let dashboard = OptionNames.of(DashboardCommand.self)
}
