import Foundation
import Testing

@testable import Diagnosis
@testable import ridgeline

@Suite struct DoctorCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  private func storms(_ more: String...) throws -> Program.Result {
    try program.run(
      [
        "doctor", "--source", Program.sample("storms/source.csv"), "--train",
        Program.sample("storms/train.csv"), "--test", Program.sample("storms/test.csv"),
      ] + more)
  }

  private func findings(_ result: Program.Result) throws -> [[String: Any]] {
    #expect(result.lines.count == 1)
    let object = try WrittenObject(try #require(result.lines.first))
    #expect(object.keys == ["findings"])
    return try #require(object.members["findings"] as? [[String: Any]])
  }

  private func checks(_ result: Program.Result) throws -> [String] {
    try findings(result).compactMap { $0["check"] as? String }
  }

  @Test func saysThatNothingIsFound() throws {
    let result = try storms("--target", "wind_kt", "--strict")
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output == "Nothing found.\n")
    #expect(try storms("--target", "wind_kt", "--json").output == "{\"findings\":[]}\n")
  }

  @Test func writesOneObjectWithAllKeys() throws {
    let result = try storms("--target", "wind_kt", "--scale", "none", "--json")
    #expect(result.code == 0)
    let finding = try #require(try findings(result).first)
    #expect(
      Set(finding.keys) == ["check", "severity", "file", "column", "message", "why", "action"])
    #expect(finding["check"] as? String == "unscaled-inputs")
    #expect(finding["file"] as? String == Program.sample("storms/source.csv"))
  }

  @Test func strictEndsWithOne() throws {
    #expect(try storms("--target", "wind_kt", "--scale", "none", "--strict").code == 1)
    #expect(try storms("--target", "wind_kt", "--scale", "none").code == 0)
  }

  @Test(arguments: [
    (["--target", "wind_kt", "--layers", "dense:8,dense:1:softmax"], ["softmax-before-loss"]),
    (["--target", "wind_kt", "--layers=dense:8:sotfmax"], ["refused-option"]),
    (
      ["--target", "wind_kt", "--epochs", "-3", "--learning-rate", "0"],
      ["refused-option", "refused-option"]
    ),
    (["--target", "wind_kt", "--clip", "3", "--scale", "none"], ["refused-option"]),
    (["--target", "wind_kt", "--pull", "base"], ["refused-option"]),
    (["--target", "wind_kt", "--base", "none.safetensors"], ["refused-option"]),
    (["--target", "wind_kt", "--save", "none/model.safetensors"], ["refused-option"]),
    (["--target", "wind_kt", "--save", "/"], ["refused-option"]),
    (["--target", "wind_kt", "--save", "model.h5"], ["model-file"]),
    (["--target", "wind_kt", "--save", "model-1.5"], []),
    (["--target", "wind"], ["unusable-data"]), ([], ["refused-option"]),
    (["--target", "wind_kt", "--drop", "hours"], ["unusable-data"]),
  ])
  func whatFitRefusesIsAFinding(options: [String], expected: [String]) throws {
    let result = try program.run(
      [
        "doctor", "--json", "--source", Program.sample("storms/source.csv"), "--train",
        Program.sample("storms/train.csv"), "--test", Program.sample("storms/test.csv"),
      ] + options)
    #expect(result.code == 0)
    let found = try checks(result)
    #expect(found.filter { $0 != "unscaled-inputs" } == expected)
  }

  @Test func aMissingFileIsAFindingAmongOthers() throws {
    let train = try program.home.write(
      "train.csv", "id,x,y\n" + (0..<60).map { "\($0),\($0 * 7 % 13),\($0 % 2)\n" }.joined())
    let result = try program.run(
      "doctor", "--train", train, "--test", "none.csv", "--target", "y", "--json")
    #expect(result.code == 0)
    #expect(try checks(result) == ["unusable-data", "identifier"])
    #expect(try findings(result)[0]["file"] as? String == "none.csv")
  }

  @Test func standardInputIsNamedInWords() throws {
    let rows = (0..<60).map { "\($0 * 37 % 59),\(["a", "b"][$0 * 7 % 5 % 2])\n" }.joined()
    let train = try program.home.write("train.csv", "x,y\n" + rows)
    let test = try program.home.write("test.csv", "z,y\n" + rows)
    let text = try program.run(
      ["doctor", "--train", "-", "--test", test, "--target", "y"], input: train
    ).output
    #expect(text.contains("  standard input\n"))
    #expect(!text.contains(" - "))
  }

  @Test func anExperimentFileIsReadAsFarAsItCanBe() throws {
    let rows = (0..<60).map { "\($0 * 37 % 59 + $0 % 3),\(["a", "b"][$0 * 7 % 5 % 2])\n" }.joined()
    try program.home.write("train.csv", "x,y\n" + rows)
    let path = try program.home.write(
      "e.toml",
      """
      train = "train.csv"
      target = "y"
      layers = ["dense:8:relu", "dense:2:softmax"]
      bach-size = 8
      scale = "standart"
      """)
    let result = try program.run("doctor", path, "--json")
    #expect(result.code == 0)
    let found = try checks(result)
    #expect(
      found.filter { $0 != "duplicate-rows" } == [
        "refused-option", "refused-option", "softmax-before-loss", "no-test-set",
      ])
    let message = try #require(try findings(result)[0]["message"] as? String)
    #expect(message.contains("line 4, bach-size: unknown key; did you mean batch-size?"))
  }

  @Test func aTableInTheExperimentFileIsTheFinding() throws {
    let path = try program.home.write("e.toml", "[data]\ntrain = 'a.csv'\ntarget = 'y'\n")
    let result = try program.run("doctor", path, "--json")
    #expect(result.code == 0, "\(result.errors)")
    #expect(try checks(result) == ["refused-option"])
    let message = try #require(try findings(result)[0]["message"] as? String)
    #expect(message.contains("tables are not used"))
  }

  @Test func anExperimentFileThatIsNoneIsAFinding() throws {
    let path = try program.home.write("e.toml", "train = = 3\n")
    let result = try program.run("doctor", path, "--json", "--strict")
    #expect(result.code == 1)
    #expect(try checks(result) == ["refused-option"])
  }

  @Test(arguments: [["doctor"], ["doctor", "--nonsense"], ["doctor", "--target", "y"]])
  func wrongUsageEndsWith64(arguments: [String]) throws {
    let result = try program.run(arguments)
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func everyOptionOfFitIsTaken() {
    let own = OptionNames.of(DoctorCommand.self)
    #expect(OptionNames.of(FitCommand.self).subtracting(["quiet", "no-quiet"]).isSubset(of: own))
  }

  @Test func textKeepsToItsWidthAndToldColumnsTogether() {
    let findings = (0..<8).map {
      Finding(
        check: "constant-column", severity: .note, file: "train.csv", column: "p\($0)",
        message: "0 in all 700 rows that have a value.", why: "What is the same tells nothing.",
        action: "Leave it out with --drop.")
    }
    let text = FindingsText(findings, width: 60).text
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
    #expect(text.contains("\"p4\": 0 in all"))
    #expect(!text.contains("\"p5\""))
    #expect(text.contains("and 3 more; --json"))
    #expect(text.hasSuffix("\n8 notes\n"))
    #expect(!text.contains("\u{1B}"))
    #expect(FindingsText(findings, width: 60, isColoured: true).text.contains("\u{1B}[1;36mnote"))
  }

  @Test func theDocumentListsEveryCheck() throws {
    let page = try String(
      contentsOfFile: "\(Program.repository)/docs/doctor.md", encoding: .utf8)
    for name in Examination.checkNames { #expect(page.contains("| `\(name)`"), "\(name)") }
  }

  @Test func namesFromOutsideCannotSteerTheTerminal() throws {
    let rows = (0..<30).map { "x,\($0 % 2)\n" }.joined()
    let path = try program.home.write("hostile.csv", "a\u{1B}[2J,y\n" + rows)
    for more in [[], ["--json"]] {
      let result = try program.run(["doctor", "--train", path, "--target", "y"] + more)
      #expect(result.code == 0)
      #expect(
        !result.output.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value)
        })
    }
  }
}
