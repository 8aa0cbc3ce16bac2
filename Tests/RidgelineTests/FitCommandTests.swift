import Foundation
import Testing

@Suite struct FitCommandTests {
  private let program: Program

  private static let digits = [
    "fit", "--source", Program.sample("digits/source_clean.csv"),
    "--train", Program.sample("digits/train_clean.csv"),
    "--test", Program.sample("digits/test.csv"), "--target", "digit", "--base-epochs", "3",
  ]

  private static let stormsData = [
    "fit", "--train", Program.sample("storms/train.csv"),
    "--test", Program.sample("storms/test.csv"), "--target", "wind_kt",
  ]

  private static let storms = stormsData + ["--base-epochs", "2"]

  init() throws { program = try Program() }

  private func events(_ arguments: [String]) throws -> [WrittenObject] {
    let result = try program.run(arguments + ["--json"])
    #expect(result.code == 0, "\(result.errors)")
    return try result.lines.map { try WrittenObject($0) }
  }

  @Test func writesAClassificationAsJSONLines() throws {
    let events = try events(Self.digits + ["--epochs", "3"])
    #expect(
      try events.map { try $0.text("event") } == [
        "data", "base", "epoch", "epoch", "epoch", "result",
      ])
    #expect(events[0].keys == ["event", "rows", "features", "task", "classes"])
    #expect(
      try events[0].object("rows") as? [String: Int]
        == ["source": 700, "train": 270, "validation": 30, "test": 597])
    #expect(try events[0].number("features") == 64)
    #expect(try events[0].text("task") == "classification")
    #expect(events[0].members["classes"] as? [String] == (0...9).map(String.init))
    #expect(
      events[1].keys == ["event", "from", "epochs", "val_accuracy", "test_accuracy", "shift_gap"])
    #expect(try events[1].text("from") == "source")
    #expect(try events[1].number("epochs") == 3)
    for (index, epoch) in events[2...4].enumerated() {
      #expect(
        epoch.keys == [
          "event", "epoch", "loss", "data_loss", "penalty", "accuracy", "val_loss",
          "val_accuracy", "test_loss", "test_accuracy", "zero_weights", "weights",
          "samples_per_second",
        ])
      #expect(try epoch.number("epoch") == Double(index + 1))
      #expect(try epoch.number("loss") == epoch.number("data_loss") + epoch.number("penalty"))
      #expect(try epoch.number("weights") > 0)
    }
    #expect(
      events[5].keys == [
        "event", "epochs", "best_epoch", "test_loss", "test_accuracy",
        "test_accuracy_interval", "test_f1_macro",
        "test_log_loss", "test_roc_auc", "test_pr_auc", "test_top_k", "test_calibration_error",
        "test_calibration_bins", "overfit_gap", "overfit_gap_interval",
        "shift_gap", "shift_gap_interval", "seconds", "run",
      ])
    #expect(events[5].isNull("run"))
    #expect(try events[5].number("test_accuracy") == events[4].number("test_accuracy"))
    #expect(try events[5].number("test_loss") == events[4].number("test_loss"))
  }

  @Test func writesARegressionWithNullsWhereNothingIsKnown() throws {
    let events = try events(Self.storms + ["--epochs", "1", "--validation-split", "0"])
    #expect(try events[0].text("task") == "regression")
    #expect(
      events[1].keys == [
        "event", "from", "epochs", "val_mae", "val_rmse", "val_r2", "test_mae", "test_rmse",
        "test_r2", "shift_gap",
      ])
    #expect(try events[1].text("from") == "train")
    #expect(
      events[2].keys == [
        "event", "epoch", "loss", "data_loss", "penalty", "mae", "rmse", "r2", "val_loss",
        "val_mae", "val_rmse", "val_r2", "test_loss", "test_mae", "test_rmse", "test_r2",
        "zero_weights", "weights", "samples_per_second",
      ])
    #expect(events[2].isNull("val_loss") && events[2].isNull("val_r2"))
    #expect(
      events[3].keys == [
        "event", "epochs", "best_epoch", "test_loss", "test_mae", "test_rmse", "test_r2",
        "test_r2_interval", "overfit_gap", "overfit_gap_interval", "shift_gap",
        "shift_gap_interval", "seconds", "run",
      ])
    #expect(events[3].isNull("overfit_gap") && events[3].isNull("shift_gap"))
  }

  @Test func withoutTestRowsTheirKeysAreNull() throws {
    let events = try events([
      "fit", "--train", Program.sample("penguins/train.csv"), "--target", "sex",
      "--base-epochs", "1", "--epochs", "1",
    ])
    #expect(events[2].isNull("test_loss") && events[2].isNull("test_accuracy"))
    #expect(events[3].isNull("test_loss") && events[3].isNull("shift_gap"))
    #expect(try !events[3].number("overfit_gap").isNaN)
  }

  @Test func oneSeedGivesOneResult() throws {
    func results(_ seed: String) throws -> [[String: Double]] {
      try events(Self.digits + ["--epochs", "2", "--l1", "1e-3", "--seed", seed]).dropFirst(2)
        .map { event in
          event.members.compactMapValues { $0 as? Double }
            .filter { !["samples_per_second", "seconds"].contains($0.key) }
        }
    }
    #expect(try results("3") == results("3"))
    #expect(try results("3") != results("4"))
  }

  @Test func zeroEpochsEvaluateTheBase() throws {
    let events = try events(Self.digits + ["--epochs", "0"])
    #expect(try events.map { try $0.text("event") } == ["data", "base", "result"])
    #expect(
      try events[2].number("test_accuracy") == events[1].number("test_accuracy"))
  }

  @Test func anExperimentFileIsTheSameRun() throws {
    let path = try program.home.write(
      "storms.toml",
      """
      train = "\(Program.sample("storms/train.csv"))"
      test = "\(Program.sample("storms/test.csv"))"
      target = "wind_kt"
      base-epochs = 2
      epochs = 2
      l2 = 1e-2
      """)
    let fromFile = try events(["fit", path])
    let fromOptions = try events(Self.storms + ["--epochs", "2", "--l2", "0.01"])
    #expect(try fromFile.last?.number("test_loss") == fromOptions.last?.number("test_loss"))
  }

  @Test func divergenceEndsWithTwoAndOneLine() throws {
    let result = try program.run(
      Self.stormsData + [
        "--epochs", "50", "--optimizer", "sgd", "--learning-rate", "1e20", "--method", "none",
        "--json", "--save", "kept.safetensors",
      ])
    #expect(result.code == 2)
    #expect(result.errors.contains("training diverged at epoch"))
    #expect(!result.lines.contains { $0.contains("\"result\"") })
    #expect(FileManager.default.fileExists(atPath: program.home.path + "/kept.safetensors"))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalSavesAndTellsTheResult(signal: Int32) throws {
    let running = try program.start(
      Self.storms + [
        "--epochs", "1000000000", "--pace", "50", "--json", "--save", "stopped.safetensors",
      ])
    try running.wait(for: "\"epoch\":3")
    kill(running.process.processIdentifier, signal)
    let result = try running.wait()
    #expect(result.code == 130)
    let last = try WrittenObject(try #require(result.lines.last))
    #expect(try last.text("event") == "result")
    #expect(last.keys.last == "interrupted")
    #expect(last.members["interrupted"] as? Bool == true)
    #expect(FileManager.default.fileExists(atPath: program.home.path + "/stopped.safetensors"))
  }

  @Test func anInterruptBeforeTheRunEndsWithoutAResult() throws {
    let running = try program.start(
      Self.digits + ["--base-epochs", "1000000000", "--json", "--learning-rate", "1e-7"])
    try running.wait(for: "\"data\"")
    kill(running.process.processIdentifier, SIGINT)
    let result = try running.wait()
    #expect(result.code == 130)
    #expect(!result.output.contains("\"result\""))
  }

  @Test func aReaderThatLeavesEndsItQuietly() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments =
      [
        "-c", "\"$0\" \"$@\" --json 2>\(program.home.path)/errors | head -n 1",
        Program.executable.path,
      ] + Self.storms + ["--epochs", "100000"]
    shell.environment = program.environment
    shell.standardOutput = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(try String(contentsOfFile: program.home.path + "/errors", encoding: .utf8).isEmpty)
  }

  @Test func aLogHasALineAnEpoch() throws {
    let result = try program.run(Self.storms + ["--epochs", "3"])
    let epochs = result.errors.split(separator: "\n").filter { $0.hasPrefix("epoch ") }
    #expect(epochs.count == 3)
    #expect(epochs.last?.hasPrefix("epoch 3/3  loss ") == true)
    #expect(result.lines.count == 3)
    #expect(result.lines.last?.hasPrefix("result  3 epochs, best ") == true)
    let quiet = try program.run(Self.storms + ["--epochs", "3", "--quiet"])
    #expect(quiet.output.isEmpty && quiet.errors.isEmpty)
  }

  @Test func theCacheOnlySavesTime() throws {
    let first = try events(Self.digits + ["--epochs", "1"])
    let cached = try FileManager.default.contentsOfDirectory(
      atPath: program.home.path + "/cache/ridgeline")
    #expect(cached.count == 1)
    let second = try events(Self.digits + ["--epochs", "1"])
    #expect(try first[3].number("test_loss") == second[3].number("test_loss"))
    try FileManager.default.removeItem(atPath: program.home.path + "/cache")
    try program.home.write("cache", "a file where the folder should be")
    let third = try events(Self.digits + ["--epochs", "1"])
    #expect(try first[3].number("test_loss") == third[3].number("test_loss"))
  }

  @Test(arguments: [
    (["fit", "--nonsense"], 64), (["fit"], 64), (["fit", "--train", "t.csv"], 64),
    (["fit", "--train", "none.csv", "--target", "y"], 1), (["fit", "none.toml"], 1),
    (["fit", "--train", "t.csv", "--target", "y", "--base", "none.safetensors"], 1),
    (["fit", "--train", "t.csv", "--target", "y", "--save", "no/such/folder/m"], 1),
    (["fit", "--train", "t.csv", "--target", "z"], 64),
    (["fit", "--train", "t.csv", "--target", "y", "--scale", "z=minmax"], 64),
    (["fit", "--train", "t.csv", "--target", "y", "--sample-weight", "z"], 64),
    (["fit", "--train", "t.csv", "--target", "y", "--numeric", "y"], 1),
    (["fit", "--train", "t.csv", "--target", "y", "--pull", "base"], 64),
  ])
  func saysWhatIsWrongOnOneLine(arguments: [String], code: Int) throws {
    try program.home.write("t.csv", "x,y\n1,a\n2,b\n3,a\n4,b\n")
    let result = try program.run(arguments)
    #expect(result.code == code)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    #expect(result.errors.hasPrefix("ridgeline: "))
  }
}
