import Foundation
import Testing

/// `evaluate` without answers, and against a reference.
@Suite struct EvaluateCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  private func fit(_ set: String, target: String, save: String = "model.safetensors") throws {
    let result = try program.run(
      "fit", "--train", Program.sample("\(set)/train.csv"), "--target", target, "--base-epochs",
      "3",
      "--epochs", "2", "--quiet", "--save", save)
    #expect(result.code == 0, "\(result.errors)")
  }

  private func unlabelled(_ path: String) throws -> String {
    let text = try String(contentsOfFile: Program.sample(path), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropLast().joined(separator: ",")
    }
    return try program.home.write("unlabelled.csv", lines.joined(separator: "\n") + "\n")
  }

  @Test func withoutAnswersTheAccuracyIsEstimated() throws {
    try fit("penguins", target: "sex")
    let test = Program.sample("penguins/test.csv")
    let known = try program.run("evaluate", "model.safetensors", test, "--estimate", "--json")
    let scores = try WrittenObject(try #require(known.lines.first))
    #expect(scores.keys.suffix(2) == ["estimated_accuracy", "temperature"])
    #expect(try scores.number("temperature") >= 1)
    let file = try unlabelled("penguins/test.csv")
    let result = try program.run("evaluate", "model.safetensors", file, "--json")
    #expect(result.code == 0 && result.errors.contains("no answers in column 'sex'"))
    let estimate = try WrittenObject(try #require(result.lines.first))
    #expect(estimate.keys == ["rows", "estimated_accuracy", "temperature"])
    #expect(try estimate.number("estimated_accuracy") == scores.number("estimated_accuracy"))
    let text = try program.run("evaluate", "model.safetensors", file)
    #expect(text.lines.last?.hasPrefix("accuracy, estimated") == true)
    // A column that was named has to be there.
    let named = try program.run("evaluate", "model.safetensors", file, "--target", "sex")
    #expect(named.code == 64 && named.errors.contains("column \"sex\": no such column, named by"))
  }

  @Test func aRegressionHasNoEstimate() throws {
    try fit("storms", target: "wind_kt")
    let test = Program.sample("storms/test.csv")
    let asked = try program.run("evaluate", "model.safetensors", test, "--estimate")
    #expect(asked.code == 64 && asked.errors.contains("leave out --estimate"))
    let file = try unlabelled("storms/test.csv")
    let result = try program.run("evaluate", "model.safetensors", file)
    #expect(result.code == 1 && result.errors.contains("wind_kt"))
  }

  @Test func aReferenceNeedsTwoRows() throws {
    try fit("penguins", target: "sex")
    let text = try String(contentsOfFile: Program.sample("penguins/train.csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").prefix(2).joined(separator: "\n")
    let file = try program.home.write("short.csv", lines + "\n")
    let result = try program.run(
      "evaluate", "model.safetensors", Program.sample("penguins/test.csv"), "--reference", file)
    #expect(result.code == 1 && result.output.isEmpty)
    #expect(result.errors.contains("short.csv: two rows with a target are needed in both files"))
  }

  @Test func theGapToAReferenceIsSplit() throws {
    try fit("penguins", target: "sex")
    let arguments = [
      "evaluate", "model.safetensors", Program.sample("penguins/test.csv"), "--reference",
      Program.sample("penguins/train.csv"),
    ]
    let result = try program.run(arguments + ["--json"])
    #expect(result.code == 0, "\(result.errors)")
    let scores = try WrittenObject(try #require(result.lines.first))
    #expect(
      scores.keys.suffix(9) == [
        "reference", "gap_rows", "gap", "gap_interval", "gap_of_inputs", "gap_of_inputs_interval",
        "gap_of_labels", "gap_of_labels_interval", "effective_rows",
      ])
    #expect(try scores.object("gap_rows")["current"] as? Double == scores.number("rows"))
    let parts = try scores.number("gap_of_inputs") + scores.number("gap_of_labels")
    #expect(abs(try scores.number("gap") - parts) < 1e-12)
    let reference = try #require(try scores.object("reference")["accuracy"] as? Double)
    #expect(abs(reference - (try scores.number("accuracy")) - (try scores.number("gap"))) < 1e-12)
    #expect(try program.run(arguments + ["--json"]).lines == result.lines)
    let text = try program.run(arguments)
    #expect(text.lines.contains { $0.hasPrefix("  due to the inputs") })
    #expect(text.lines.contains { $0.hasPrefix("  due to the labels given them") })
    // Told the other way round where the file does better than the reference.
    let isLower = try scores.number("gap") >= 0
    #expect(text.lines.contains { $0.hasPrefix("\(isLower ? "lower" : "higher") here by") })
    let other = try program.run(
      "evaluate", "model.safetensors", Program.sample("penguins/train.csv"), "--reference",
      Program.sample("penguins/test.csv"))
    #expect(other.lines.contains { $0.hasPrefix("\(isLower ? "higher" : "lower") here by  ") })
  }
}
