import Foundation
import Testing

/// Nothing that is there already is lost, and what was asked for is written.
@Suite struct SavingTests {
  private let program: Program
  private let home: String

  init() throws {
    program = try Program()
    home = program.home.path
    for name in ["train", "test"] {
      try FileManager.default.copyItem(
        atPath: Program.sample("penguins/\(name).csv"), toPath: "\(home)/\(name).csv")
    }
  }

  private func fit(_ more: [String]) -> [String] {
    [
      "fit", "--train", "\(home)/train.csv", "--test", "\(home)/test.csv", "--target", "species",
      "--epochs", "2", "--base-epochs", "1",
    ] + more
  }

  private func bytes(_ name: String) -> Data? {
    FileManager.default.contents(atPath: "\(home)/\(name)")
  }

  @Test func inputsAreNotWrittenOver() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(home)/link", withDestinationPath: "train.csv")
    let before = bytes("train.csv")
    for name in ["train.csv", "test.csv", "./train.csv", "link"] {
      let result = try program.run(fit(["--save", "\(home)/\(name)"]))
      #expect(result.code == 1)
      #expect(result.errors.contains("is read by the run"), "\(result.errors)")
    }
    #expect(bytes("train.csv") == before)
  }

  @Test func experimentsAreNotWrittenOver() throws {
    let path = try program.home.write(
      "a.toml", "train = \"train.csv\"\ntest = \"test.csv\"\ntarget = \"species\"\n")
    let result = try program.run("fit", path, "--save", path, "--epochs", "1")
    #expect(result.code == 1)
    #expect(result.errors.contains("is read by the run"), "\(result.errors)")
  }

  @Test func pipesAreLeftAlone() throws {
    mkfifo("\(home)/pipe", 0o600)
    let result = try program.run(fit(["--save", "\(home)/pipe"]))
    #expect(result.code == 1)
    #expect(result.errors.contains("not the name of a file"), "\(result.errors)")
    var status = stat()
    #expect(stat("\(home)/pipe", &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test func linksAreFollowedToWhereNothingIsYet() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(home)/link", withDestinationPath: "model.safetensors")
    let result = try program.run(fit(["--save", "\(home)/link"]))
    #expect(result.code == 0, "\(result.errors)")
    #expect(bytes("model.safetensors") != nil)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(home)/link")
        == "model.safetensors")
  }

  @Test func namesThatCannotBeWrittenAreRefusedBeforeTheWork() throws {
    for name in ["", String(repeating: "n", count: 300)] {
      let result = try program.run(fit(["--save", name.isEmpty ? "" : "\(home)/\(name)"]))
      #expect(result.code == 1)
      #expect(result.output.isEmpty, "\(result.output)")
      if name.isEmpty {
        #expect(result.errors.hasPrefix("ridgeline: \"\": is not the name of a file"))
      }
    }
  }

  @Test func namesOfOneLetterAreNames() throws {
    let result = try program.run(fit(["--epochs", "1", "--save", "m"]))
    #expect(result.code == 0, "\(result.errors)")
    #expect(FileManager.default.fileExists(atPath: "\(home)/m"))
  }

  @Test func aBaseWithoutANameIsSeen() throws {
    let path = try program.home.write(
      "b.toml", "train = \"train.csv\"\ntarget = \"species\"\nbase = \"\"\n")
    let result = try program.run("fit", path)
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix("ridgeline: \"\": no such file"), "\(result.errors)")
  }

  /// A reader such as `head -1` that goes away costs what it would have read, not the model.
  @Test func theModelIsSavedWithoutAReader() throws {
    let reader = Pipe()
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = fit(["--epochs", "200", "--json", "--save", "\(home)/model"])
    process.environment = program.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = reader
    try process.run()
    try reader.fileHandleForReading.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(bytes("model") != nil)
  }

  @Test(arguments: [SIGINT, SIGHUP, SIGTERM])
  func whatEndsTheRunSavesItsModel(signal: Int32) throws {
    let running = try program.start(
      fit(["--epochs", "100000", "--pace", "50", "--json", "--save", "\(home)/model"]))
    try running.wait(for: "\"epoch\":3,")
    kill(running.process.processIdentifier, signal)
    let result = try running.wait()
    #expect(result.code == 130)
    #expect(result.output.contains("\"interrupted\":true"))
    #expect(bytes("model") != nil)
  }
}
