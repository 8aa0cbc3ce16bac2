import Foundation
import Testing

@Suite struct PredictionDriftCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  private func fit(_ set: String, target: String) throws {
    let result = try program.run(
      "fit", "--train", Program.sample("\(set)/train.csv"),
      "--test", Program.sample("\(set)/test.csv"), "--target", target, "--base-epochs", "2",
      "--epochs", "1", "--quiet", "--save", "model.safetensors")
    #expect(result.code == 0, "\(result.errors)")
  }

  private func drift(_ arguments: String...) throws -> WrittenObject {
    let result = try program.run(["drift", "--model", "model.safetensors", "--json"] + arguments)
    #expect(result.code == 0, "\(result.errors)")
    return try WrittenObject(try #require(result.lines.first))
  }

  @Test func aClassifiersClassesAndProbabilitiesAreCompared() throws {
    try fit("penguins", target: "sex")
    let (train, test) = (Program.sample("penguins/train.csv"), Program.sample("penguins/test.csv"))
    let report = try drift(train, test)
    #expect(report.keys == ["rows", "features", "label", "share_drifted", "prediction", "summary"])
    #expect(try report.object("label")["name"] as? String == "sex")
    let prediction = try report.object("prediction")
    #expect(Set(prediction.keys) == ["rows", "predicted", "probabilities", "summary"])
    #expect(prediction["rows"] as? [String: Int] == ["reference": 42, "current": 121])
    let predicted = try #require(prediction["predicted"] as? [String: Any])
    #expect(predicted["name"] as? String == "prediction")
    #expect(predicted["chi2"] is [String: Any])
    let probabilities = try #require(prediction["probabilities"] as? [[String: Any]])
    #expect(probabilities.map { $0["name"] as? String } == ["p_female", "p_male"])
    #expect(probabilities.allSatisfy { $0["ks"] is [String: Any] })
    // The probability of one of two classes is that of the other turned round.
    let statistics = try probabilities.map {
      try #require(($0["ks"] as? [String: Double])?["statistic"])
    }
    #expect(abs(statistics[0] - statistics[1]) < 1e-9)

    let same = try drift(test, test, "--target", "species").object("prediction")
    #expect((same["predicted"] as? [String: Any])?["drifted"] as? Bool == false)
    let text = try program.run("drift", train, test, "--model", "model.safetensors")
    let lines = text.lines.drop { !$0.hasPrefix("predicted ") }
    #expect(lines.contains { $0.hasPrefix("p_female ") })
    #expect(try #require(lines.last).hasPrefix("predictions: "))
  }

  @Test func aRegressionsNumbersAreCompared() throws {
    try fit("storms", target: "wind_kt")
    let report = try drift(Program.sample("storms/train.csv"), Program.sample("storms/test.csv"))
    let prediction = try report.object("prediction")
    #expect(Set(prediction.keys) == ["rows", "predicted", "summary"])
    let predicted = try #require(prediction["predicted"] as? [String: Any])
    #expect(predicted["kind"] as? String == "numeric")
    #expect(predicted["wasserstein"] is Double)
    let features = try #require(report.members["features"] as? [[String: Any]])
    let uses = try features.map { try #require($0["use"] as? Double) }
    #expect(uses.max() == 1 && uses.allSatisfy { (0...1).contains($0) })
    #expect(try report.text("summary").contains("; the model leans on "))
  }

  @Test func filesWithoutLabelsHaveNone() throws {
    try fit("penguins", target: "sex")
    let (train, test) = (Program.sample("penguins/train.csv"), Program.sample("penguins/test.csv"))
    let report = try drift(train, test, "--drop", "sex")
    #expect(report.keys == ["rows", "features", "share_drifted", "prediction", "summary"])
  }

  @Test func aModelThatIsNoneIsToldOnOneLine() throws {
    let path = Program.sample("penguins/train.csv")
    for (arguments, code) in [
      (["drift", path, path, "--model", "none.safetensors"], 1),
      (["drift", path, path, "--model", path], 1),
      (["drift", "--explain", "--model", "model.safetensors"], 64),
      (["drift", path, "-", "--model", "model.safetensors"], 64),
    ] {
      let result = try program.run(arguments)
      #expect(result.code == code)
      #expect(result.output.isEmpty)
      #expect(result.errors.split(separator: "\n").count == 1)
    }
    try fit("penguins", target: "sex")
    let other = Program.sample("storms/train.csv")
    let result = try program.run("drift", other, other, "--model", "model.safetensors")
    #expect(result.code == 1)
    #expect(result.errors.contains("column"))
  }

  @Test func labelsMayBeLackingInOneFile() throws {
    try fit("penguins", target: "sex")
    let train = Program.sample("penguins/train.csv")
    let rows = try String(contentsOfFile: train, encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let column = try #require(rows[0].firstIndex(of: "sex"))
    try program.home.write(
      "unlabelled.csv",
      rows.map { ($0[..<column] + $0[(column + 1)...]).joined(separator: ",") + "\n" }.joined())
    for files in [[train, "unlabelled.csv"], ["unlabelled.csv", train]] {
      for target in [[], ["--target", "sex"]] {
        let result = try program.run(
          ["drift", "--model", "model.safetensors", "--json"] + target + files)
        #expect(result.code == 0, "\(result.errors)")
        #expect(
          result.errors
            == "ridgeline: warning: unlabelled.csv: there is no column 'sex'; labels are not "
            + "compared\n")
        let report = try WrittenObject(try #require(result.lines.first))
        #expect(report.keys == ["rows", "features", "share_drifted", "prediction", "summary"])
        let features = try #require(report.members["features"] as? [[String: Any]])
        #expect(!features.contains { $0["name"] as? String == "sex" })
      }
    }
    let neither = try program.run("drift", "unlabelled.csv", "unlabelled.csv", "--target", "sex")
    #expect(neither.code == 64)
    #expect(try drift("unlabelled.csv", "unlabelled.csv").keys.contains("prediction"))
    let dropped = try drift(train, train, "--drop", "sex")
    #expect(!dropped.keys.contains("label"))
  }
}
