import Foundation
import PseudoTerminal
import Runs
import Testing

@testable import ridgeline

/// `--sequence` from the command line to the saved model.
@Suite struct SequenceTests {
  private let program: Program

  init() throws { program = try Program() }

  /// Layers that take a series, of those that there are; `nil` when none does.
  private static let layers = ["gru:8", "flatten,dense:8:relu"].first { layers in
    (try? Ridgeline.command(for: ["fit", "--layers", layers])) != nil
  }

  private static let files = [
    "--train", Program.sample("nyc_weather/train.csv"),
    "--test", Program.sample("nyc_weather/test.csv"), "--target", "next_12h",
  ]
  private static let sequence = ["--sequence", "series,step"]

  @Test(.enabled(if: layers != nil))
  func aModelRemembersBothColumns() throws {
    let fit = try program.run(
      ["fit"] + Self.files + Self.sequence + [
        "--layers", try #require(Self.layers), "--epochs", "2", "--base-epochs", "2", "--json",
        "--save", "model.safetensors",
      ])
    #expect(fit.code == 0, "\(fit.errors)")
    let events = try fit.lines.map { try WrittenObject($0) }
    #expect(events[0].keys == ["event", "rows", "steps", "features", "task", "classes"])
    let rows = try events[0].object("rows")
    #expect(rows["train"] as? Int == 154)
    #expect(rows["validation"] as? Int == 18)
    #expect(rows["test"] as? Int == 691)
    #expect(try events[0].number("steps") == 12)
    #expect(try events[0].number("features") == 7)

    let test = Program.sample("nyc_weather/test.csv")
    let evaluate = try program.run("evaluate", "model.safetensors", test, "--json")
    let scores = try WrittenObject(try #require(evaluate.lines.first))
    #expect(try scores.number("rows") == 691)
    #expect(
      try scores.number("accuracy") == (try #require(events.last)).number("test_accuracy"))
    #expect(
      try program.run("evaluate", "model.safetensors", test).output.hasPrefix("series "))

    let predict = try program.run("predict", "model.safetensors", test)
    #expect(predict.lines.count == 692)
    #expect(predict.lines.first == "row,prediction,p_dry,p_rain")
    #expect(predict.lines.last?.hasPrefix("691,") == true)

    let other = try program.run("predict", "model.safetensors", Program.sample("digits/test.csv"))
    #expect(other.code == 1)
    #expect(other.errors.contains("column \"series\": the column is missing"))
  }

  @Test(.enabled(if: layers != nil))
  func theDashboardCountsSeries() throws {
    let terminal = try PseudoTerminal(
      running: Program.executable.path,
      Self.files + Self.sequence + [
        "--layers", try #require(Self.layers), "--epochs", "40", "--base-epochs", "2",
        "--pace", "20",
      ], environment: program.environment, columns: 120, rows: 36)
    #expect(terminal.waitForText("temp_f"))
    #expect(terminal.waitForText("series/s"))
    #expect(terminal.waitForText("Done"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func anExperimentFileMayNameBoth() throws {
    let path = try program.home.write(
      "e.toml", "train = \"t.csv\"\ntarget = \"y\"\nsequence = [\"a,b\", \"t\"]\n")
    let command = try #require(try Ridgeline.command(for: ["fit", path]) as? FitCommand)
    let sequence = try #require(command.options.data.columns.sequence)
    #expect(sequence.series == "a,b")
    #expect(sequence.step == "t")
  }

  @Test func seriesHaveLayersOfTheirOwn() throws {
    let arguments = ["fit", "--train", "t", "--target", "y"]
    func layers(_ more: [String]) throws -> String {
      let command = try Ridgeline.command(for: arguments + more) as? FitCommand
      return try #require(command).options.configuration().layers
    }
    #expect(try layers([]) == "dense:64:relu,dense:32:relu")
    #expect(try layers(Self.sequence) == "gru:32")
    #expect(try layers(Self.sequence + ["--layers", "dense:2"]) == "dense:2")
  }

  @Test func driftTakesAllStepsAndOneLabelASeries() throws {
    let result = try program.run(
      ["drift"] + Self.sequence + [
        Program.sample("nyc_weather/train.csv"), Program.sample("nyc_weather/test.csv"),
        "--target", "next_12h", "--json",
      ])
    #expect(result.code == 0, "\(result.errors)")
    let report = try WrittenObject(try #require(result.lines.first))
    #expect(try report.object("rows") as? [String: Int] == ["reference": 2064, "current": 8292])
    let features = try #require(report.members["features"] as? [[String: Any]])
    #expect(
      features.compactMap { $0["name"] as? String } == [
        "temp_f", "dewp_f", "pressure_mb", "wind_east_mph", "wind_north_mph", "visib_mi",
        "rain_in",
      ])
    // Of 172 and 691 series: of as many rows as there are steps p would be far smaller.
    let label = try report.object("label")
    let test = try #require(label["chi2"] as? [String: Any])
    #expect(try #require(test["p"] as? Double) > 0.9)
    let plot = try program.run(
      ["drift"] + Self.sequence + [
        Program.sample("nyc_weather/train.csv"), Program.sample("nyc_weather/test.csv"),
        "--target", "next_12h", "--plot",
      ])
    #expect(plot.output.contains("next_12h"))
    #expect(!plot.output.contains("series  "))
  }

  @Test(arguments: [
    ("series", 64, "two names of columns, ID,STEP"), ("series,series", 64, "ID,STEP"),
    ("series,step,temp_f", 64, "ID,STEP"), ("", 64, "ID,STEP"),
    ("series,stap", 64, "did you mean \"step\"?"),
    ("next_12h,step", 1, "stands here once more"),
    ("series,next_12h", 1, "\"dry\" is not a number"),
    ("temp_f,step", 1, "once more"),
  ])
  func saysWhatIsWrongOnOneLine(value: String, code: Int, words: String) throws {
    for command in [
      ["fit", "--layers", "dense:2"] + Self.files,
      [
        "drift", Program.sample("nyc_weather/train.csv"),
        Program.sample("nyc_weather/test.csv"),
      ],
    ] {
      let result = try program.run(command + ["--sequence", value])
      #expect(result.code == code, "\(result.errors)")
      #expect(result.output.isEmpty)
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
      #expect(result.errors.contains(words), "\(result.errors)")
    }
  }

  @Test func namesOfSeriesCannotSteerTheTerminal() throws {
    let path = try program.home.write(
      "hostile.csv", "id,t,x,y\na\u{1B}[2J,0,1,no\na\u{1B}[2J,0,2,no\n")
    let result = try program.run(
      "fit", "--train", path, "--target", "y", "--sequence", "id,t")
    #expect(result.code == 1)
    #expect(!result.errors.contains("\u{1B}"))
  }
}
