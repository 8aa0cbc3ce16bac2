import Foundation
import Testing

@Suite struct ModelCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  /// Trains a model for a moment and returns the last event of its run.
  private func fit(_ set: String, target: String, _ more: String...) throws -> WrittenObject {
    try fit(set, target: target, options: more)
  }

  private func fit(
    _ set: String, target: String, options more: [String]
  ) throws -> WrittenObject {
    let result = try program.run(
      [
        "fit", "--train", Program.sample("\(set)/train.csv"),
        "--test", Program.sample("\(set)/test.csv"), "--target", target, "--base-epochs", "3",
        "--epochs", "2", "--json", "--save", "model.safetensors",
      ] + more)
    #expect(result.code == 0, "\(result.errors)")
    return try WrittenObject(try #require(result.lines.last))
  }

  private func evaluate(_ arguments: String...) throws -> WrittenObject {
    let result = try program.run(["evaluate", "model.safetensors"] + arguments + ["--json"])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.lines.count == 1)
    return try WrittenObject(try #require(result.lines.first))
  }

  /// Every file that is read may be packed, or come through standard input.
  @Test func packedAndPipedFilesAreReadAsAnyOther() throws {
    let train = Program.sample("penguins/train.csv")
    let folder = program.home.path
    let experiment = try program.home.write(
      "piped.toml", "train = \"-\"\ntarget = \"species\"\nepochs = 1\nbase-epochs = 1\n")
    let fit = try program.run(
      ["fit", experiment, "--save", folder + "/piped.safetensors", "--quiet"], input: train)
    #expect(fit.code == 0, "\(fit.errors)")
    let named = try program.run("evaluate", folder + "/piped.safetensors", train, "--json")
    for file in [train, folder + "/piped.safetensors", experiment] {
      let packed = Process()
      packed.executableURL = URL(fileURLWithPath: "/bin/sh")
      packed.arguments = [
        "-c", "gzip -c '\(file)' > '\(folder)/\((file as NSString).lastPathComponent).gz'",
      ]
      try packed.run()
      packed.waitUntilExit()
    }
    let fromPacked = try program.run(
      "evaluate", folder + "/piped.safetensors.gz", folder + "/train.csv.gz", "--json")
    #expect(fromPacked.output == named.output && named.code == 0)
    let fromPipe = try program.run(
      ["evaluate", "-", folder + "/train.csv.gz", "--json"],
      input: folder + "/piped.safetensors.gz")
    #expect(fromPipe.output == named.output)
    let predicted = try program.run("predict", folder + "/piped.safetensors", train)
    let fromInput = try program.run(
      ["predict", folder + "/piped.safetensors", "-"], input: folder + "/train.csv.gz")
    #expect(predicted.output == fromInput.output && predicted.code == 0)
    let fitted = try program.run(
      ["fit", "-", "--train", train, "--quiet"], input: folder + "/piped.toml.gz")
    #expect(fitted.code == 0, "\(fitted.errors)")
    let twice = try program.run(["fit", "-", "--quiet"], input: folder + "/piped.toml.gz")
    #expect(twice.errors.hasPrefix("ridgeline: standard input: it can be read only once"))
  }

  @Test func aClassifierScoresFromItsFileAsInItsRun() throws {
    let result = try fit("penguins", target: "sex")
    let scores = try evaluate(Program.sample("penguins/test.csv"))
    #expect(
      scores.keys == [
        "rows", "loss", "accuracy", "accuracy_interval", "f1_macro", "log_loss", "roc_auc",
        "pr_auc", "top_k",
        "calibration_error", "calibration_bins", "per_class", "confusion",
      ])
    for name in ["f1_macro", "log_loss", "roc_auc", "pr_auc", "calibration_error"] {
      #expect(abs(try scores.number(name) - result.number("test_\(name)")) < 1e-6)
    }
    #expect(try scores.number("rows") == 121)
    #expect(try scores.number("accuracy") == result.number("test_accuracy"))
    #expect(abs(try scores.number("loss") - result.number("test_loss")) < 1e-6)
    let confusion = try scores.object("confusion")
    let counts = try #require(confusion["counts"] as? [[Int]])
    #expect(confusion["classes"] as? [String] == ["female", "male"])
    #expect(counts.joined().reduce(0, +) == 121)
    #expect(
      abs(Double(counts[0][0] + counts[1][1]) / 121 - (try scores.number("accuracy"))) < 1e-12)
  }

  /// Moving averages, the mean of the weights, and the loss with its one output.
  @Test(arguments: [
    ["--layers", "batchnorm,dense:16:silu,layernorm,noise:0.1", "--clip-norm", "1"],
    ["--loss", "binary-cross-entropy", "--label-smoothing", "0.1"],
    ["--loss", "focal", "--ema", "0.9", "--optimizer", "nadam", "--schedule", "cosine"],
  ])
  func whatAModelNeedsIsInItsFile(_ options: [String]) throws {
    let result = try fit("penguins", target: "sex", options: options)
    let scores = try evaluate(Program.sample("penguins/test.csv"))
    #expect(try scores.number("accuracy") == result.number("test_accuracy"))
    #expect(abs(try scores.number("loss") - result.number("test_loss")) < 1e-6)
  }

  @Test func aRegressionScoresFromItsFileAsInItsRun() throws {
    let result = try fit("storms", target: "wind_kt")
    let scores = try evaluate(Program.sample("storms/test.csv"))
    #expect(scores.keys == ["rows", "loss", "mae", "rmse", "r2", "r2_interval"])
    for name in ["mae", "rmse", "r2"] {
      #expect(abs(try scores.number(name) - result.number("test_\(name)")) < 1e-6)
    }
  }

  @Test func predictsALineForEachRow() throws {
    _ = try fit("penguins", target: "sex")
    let scores = try evaluate(Program.sample("penguins/test.csv"))
    let result = try program.run(
      "predict", "model.safetensors", Program.sample("penguins/test.csv"))
    #expect(result.code == 0)
    #expect(result.lines.first == "row,prediction,p_female,p_male")
    let rows = result.lines.dropFirst().map { $0.split(separator: ",").map(String.init) }
    #expect(rows.map { $0[0] } == (1...121).map(String.init))
    for row in rows {
      let shares = row[2...].compactMap(Double.init)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
      #expect(row[1] == (shares[0] >= shares[1] ? "female" : "male"))
    }
    let truth = try String(contentsOfFile: Program.sample("penguins/test.csv"), encoding: .utf8)
      .split(separator: "\n").dropFirst().map { $0.split(separator: ",").last.map(String.init) }
    let correct = zip(rows, truth).filter { $0[1] == $1 }.count
    #expect(abs(Double(correct) / 121 - (try scores.number("accuracy"))) < 1e-12)
  }

  @Test func predictsNumbersWithoutTheTargetColumn() throws {
    _ = try fit("storms", target: "wind_kt")
    let text = try String(contentsOfFile: Program.sample("storms/test.csv"), encoding: .utf8)
    // The target is the last column; one that the model does not know is added in front.
    let without = text.split(separator: "\n").prefix(4)
      .map {
        "new,"
          + $0.split(separator: ",", omittingEmptySubsequences: false).dropLast()
          .joined(separator: ",")
      }
    let path = try program.home.write("some.csv", without.joined(separator: "\n") + "\n")
    let result = try program.run("predict", "model.safetensors", path)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.lines.first == "row,prediction")
    #expect(result.lines.count == 4)
    #expect(result.lines.dropFirst().allSatisfy { $0.split(separator: ",").count == 2 })
    let whole = try program.run("predict", "model.safetensors", Program.sample("storms/test.csv"))
    #expect(Array(whole.lines.prefix(4)) == result.lines)
  }

  @Test func namesOfClassesAreQuotedAndCleaned() throws {
    let rows = (0..<40).map { "\($0),\($0 < 20 ? "\"a,\"\"b\"\"\"" : "c\u{1B}[2J")\n" }
    let path = try program.home.write("named.csv", "x,y\n" + rows.joined())
    let fit = try program.run(
      "fit", "--train", path, "--target", "y", "--base-epochs", "1", "--epochs", "1", "--quiet",
      "--save", "model.safetensors")
    #expect(fit.code == 0, "\(fit.errors)")
    let result = try program.run("predict", "model.safetensors", path)
    #expect(result.lines.first == "row,prediction,\"p_a,\"\"b\"\"\",p_c\u{FFFD}[2J")
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func cutCellsUnseenCategoriesAndMissingScoresAreTold() throws {
    let rows = (0..<40).map { "\($0),\($0 % 3 == 0 ? "red" : "blue"),\($0 < 20 ? "no" : "yes")\n" }
    let train = try program.home.write("train.csv", "x,colour,y\n" + rows.joined())
    let fit = try program.run(
      "fit", "--train", train, "--target", "y", "--base-epochs", "1", "--epochs", "1", "--quiet",
      "--save", "model.safetensors")
    #expect(fit.code == 0, "\(fit.errors)")
    let far = try program.home.write(
      "far.csv", "x,colour,y\n9e9,green,maybe\n1,red,maybe\n-9e9,pink,maybe\n")
    for command in ["evaluate", "predict"] {
      let result = try program.run(command, "model.safetensors", far)
      #expect(result.code == 0, "\(result.errors)")
      #expect(result.errors.contains("far.csv: 2 scaled cells of 1 column cut at +-10"))
      #expect(
        result.errors.contains(
          "far.csv: 2 cells with a category that was not seen in fitting (colour)"))
      #expect(!result.output.contains("nan"))
    }
    let text = try program.run("evaluate", "model.safetensors", far).output
    #expect(text.contains("left out: no row is of a class that the model has"))
    let near = try program.run("predict", "model.safetensors", train)
    #expect(near.errors.isEmpty)
  }

  /// The columns of the model and of the file are right; the one that was named is not.
  @Test(arguments: ["x", "other"])
  func aTargetWithoutTheModelsClassesIsTheWrongColumn(target: String) throws {
    let rows = (0..<40).map { "\($0),\($0 % 3),\($0 < 20 ? "p" : "q")\n" }.joined()
    let path = try program.home.write("train.csv", "x,other,y\n" + rows)
    let fit = try program.run(
      "fit", "--train", path, "--target", "y", "--drop", "other", "--base-epochs", "1",
      "--epochs", "1", "--quiet", "--save", "model.safetensors")
    #expect(fit.code == 0, "\(fit.errors)")
    let result = try program.run("evaluate", "model.safetensors", path, "--target", target)
    #expect(result.code == 1)
    #expect(
      result.errors.contains(
        "train.csv, column \"\(target)\": the model was trained with a target of classes \"p\", "
          + "\"q\", and the column holds none of them"), "\(result.errors)")
  }

  @Test func aConstantTargetHasNoR2() throws {
    _ = try fit("storms", target: "wind_kt")
    let text = try String(contentsOfFile: Program.sample("storms/test.csv"), encoding: .utf8)
    let one = text.split(separator: "\n").prefix(2).joined(separator: "\n")
    let result = try program.run(
      "evaluate", "model.safetensors", try program.home.write("one.csv", one + "\n"))
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("R2                       left out: the target is the same"))
  }

  @Test func aSavedModelIsABaseToStartFrom() throws {
    let first = try fit("penguins", target: "sex")
    let result = try program.run(
      "fit", "--train", Program.sample("penguins/train.csv"),
      "--test", Program.sample("penguins/test.csv"), "--target", "sex", "--epochs", "0",
      "--base", "model.safetensors", "--json")
    #expect(result.code == 0, "\(result.errors)")
    let last = try WrittenObject(try #require(result.lines.last))
    #expect(try last.number("test_accuracy") == first.number("test_accuracy"))
    #expect(result.output.contains(#""from":"file""#))
  }

  @Test(arguments: [
    (["evaluate"], 64), (["evaluate", "none", "none"], 1), (["predict", "none"], 64),
    (["predict", "text.csv", "text.csv"], 1), (["evaluate", "text.csv", "text.csv", "--x"], 64),
  ])
  func saysWhatIsWrongOnOneLine(arguments: [String], code: Int) throws {
    try program.home.write("text.csv", "x,y\n1,2\n")
    let result = try program.run(arguments)
    #expect(result.code == code)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  @Test func aMissingColumnIsNamed() throws {
    _ = try fit("storms", target: "wind_kt")
    let path = try program.home.write("narrow.csv", "lat,long\n1,2\n")
    let result = try program.run("predict", "model.safetensors", path)
    #expect(result.code == 1)
    #expect(result.errors.contains("narrow.csv"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }
}
