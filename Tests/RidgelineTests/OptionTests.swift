import ArgumentParser
import CustomDump
import Datasets
import Runs
import Testing

@testable import ridgeline

@Suite struct OptionTests {
  private func configuration(_ arguments: String...) throws -> RunConfiguration {
    try ExperimentOptions.parse(["--train", "a.csv", "--target", "y"] + arguments).configuration()
  }

  @Test func defaultsAreThoseOfTheConfiguration() throws {
    expectNoDifference(
      try configuration(), RunConfiguration(data: DataConfiguration(train: "a.csv", target: "y")))
  }

  @Test func everyOptionReachesTheConfiguration() throws {
    var expected = RunConfiguration(
      data: DataConfiguration(source: "s.csv", train: "a.csv", test: "t.csv", target: "y"))
    expected.data.task = .regression
    expected.data.categorical = ["a", "b,c"]
    expected.data.numeric = ["d"]
    expected.data.drop = ["e", "f"]
    expected.data.preprocessing.scaling = .robust
    expected.data.preprocessing.clip = 5
    expected.data.validationSplit = 0.25
    expected.data.validationTail = true
    expected.layers = "dense:8:tanh"
    expected.baseEpochs = 7
    expected.optimizer.name = .nesterov
    expected.optimizer.learningRate = 0.01
    expected.optimizer.momentum = 0.5
    expected.optimizer.weightDecay = 0.1
    expected.penalty.l1 = Strength(value: 1e-4, isOn: true)
    expected.penalty.l2 = Strength(value: 1e-2, isOn: true)
    expected.penalty.l1Mode = .subgradient
    expected.penalty.pull = .base
    expected.penalty.layerL1 = ["dense_0": 0.1]
    expected.penalty.layerL2 = ["dense_1": 0, "dense_0": 2]
    expected.penalty.penalisesBiases = true
    expected.penalty.maximumNorm = 3
    expected.frozen = ["dense_2", "gru_0"]
    expected.loss.name = .huber
    expected.loss.labelSmoothing = 0.1
    expected.loss.huberDelta = 2
    expected.classWeights = .given(["yes": 3, "a=b": 0])
    expected.optimizer.clipNorm = 1
    expected.optimizer.averageMomentum = 0.99
    expected.optimizer.schedule.name = .exponential
    expected.optimizer.schedule.decayRate = 0.5
    expected.optimizer.schedule.decayEpochs = 2.5
    expected.optimizer.schedule.warmUpEpochs = 1
    expected.optimizer.schedule.plateauPatience = 4
    expected.optimizer.schedule.plateauFactor = 0.2
    expected.embedding.isAutomatic = true
    expected.embedding.columns = ["a,b": 3, "c": 2]
    expected.epochs = 0
    expected.batchSize = 16
    expected.shuffles = false
    expected.seed = 18_446_744_073_709_551_615
    expected.earlyStopping = 3
    expected.evaluateEvery = 2
    expectNoDifference(
      try configuration(
        "--source", "s.csv", "--test", "t.csv", "--task", "regression",
        "--categorical", "a,\"b,c\"", "--numeric", "d", "--drop", "e,f", "--scale", "robust",
        "--clip", "5", "--validation-split", "0.25", "--validation-tail",
        "--layers", "dense:8:tanh", "--base-epochs", "7",
        "--optimizer", "nesterov", "--learning-rate", "1e-2", "--momentum", ".5",
        "--weight-decay", "0.1", "--l1", "1e-4", "--l1", "dense_0=0.1", "--l2",
        "dense_1=0,dense_0=1,1e-2", "--l2", "dense_0=2", "--penalise-biases", "--max-norm", "3",
        "--freeze", "dense_2,gru_0", "--l1-mode", "subgradient",
        "--clip-norm", "1", "--ema", ".99", "--schedule", "exponential", "--decay-rate", ".5",
        "--decay-epochs", "2.5", "--warm-up", "1", "--reduce-on-plateau", "4", "--plateau-factor",
        ".2",
        "--embedding", "\"a,b=3\",auto,c=2", "--pull", "base", "--loss", "huber",
        "--label-smoothing", "0.1", "--huber-delta", "2", "--class-weight", "yes=3,a=b=0",
        "--epochs",
        "0", "--batch-size", "16", "--no-shuffle",
        "--seed", "18446744073709551615", "--early-stopping", "3", "--evaluate-every", "2"),
      expected)
    #expect(try configuration("--base", "b.safetensors").base == "b.safetensors")
    let untrained = try configuration("--method", "none", "--init", "i.safetensors")
    #expect(untrained.method == .none)
    #expect(untrained.initialWeights == "i.safetensors")
    let focal = try configuration("--loss", "focal", "--focal-gamma", "1", "--focal-alpha", ".5")
    #expect(focal.loss.focalGamma == 1 && focal.loss.focalAlpha == 0.5)
  }

  @Test(arguments: [
    (["--scale", "none", "--clip", "3"], "--clip"),
    (["--validation-tail", "--validation-split", "0"], "--validation-tail"),
    (["--method", "none", "--base-epochs", "5"], "--base-epochs"),
    (["--base", "b.safetensors", "--base-epochs", "5"], "--base-epochs"),
    (["--focal-gamma", "2"], "--focal-gamma"),
    (["--loss", "huber", "--focal-alpha", "1"], "--focal-alpha"),
    (["--loss", "focal", "--huber-delta", "1"], "--huber-delta"),
    (["--decay-rate", "0.5"], "--decay-rate"),
    (["--schedule", "cosine", "--decay-epochs", "5"], "--decay-epochs"),
    (["--plateau-factor", "0.1"], "--plateau-factor"),
    (["--sample-weight", "y"], "--sample-weight"),
  ])
  func whatAnotherOptionLeavesWithoutEffectIsRefused(arguments: [String], option: String) throws {
    let error = try #require(throws: (any Error).self) {
      try ExperimentOptions.parse(["--train", "a.csv", "--target", "y"] + arguments)
        .configuration()
    }
    #expect(ExperimentOptions.exitCode(for: error) == .validationFailure)
    #expect(ExperimentOptions.message(for: error).hasPrefix("\(option) "))
  }

  /// On a screen a key switches a penalty on, and it then acts as was said.
  @Test(arguments: [
    (["--pull", "base"], ["--l2", "1e-3"], "--pull"),
    (["--l1-mode", "subgradient"], ["--l1", "1e-3"], "--l1-mode"),
    (["--penalise-biases"], ["--l2", "dense_0=1e-3"], "--penalise-biases"),
    (["--l1-mode", "subgradient", "--l2", "1"], ["--l1", "1e-3"], "--l1-mode"),
  ])
  func howPenaltiesActIsRefusedWithoutAny(
    arguments: [String], penalty: [String], option: String
  ) throws {
    let error = try #require(throws: (any Error).self) {
      try PenaltyOptions.parse(arguments).checkEffects()
    }
    #expect(TrainingOptions.exitCode(for: error) == .validationFailure)
    #expect(TrainingOptions.message(for: error).hasPrefix("\(option) "))
    try PenaltyOptions.parse(arguments + penalty).checkEffects()
    try PenaltyOptions.parse(["--pull", "zero", "--l1-mode", "proximal"]).checkEffects()
    _ = try configuration("--pull", "base", "--l1-mode", "subgradient")
  }

  @Test func nothingIsCutWithoutScaling() throws {
    #expect(try configuration("--clip", "none").data.preprocessing.clip == nil)
    #expect(try configuration("--scale", "none").data.preprocessing.clip == nil)
    #expect(try configuration("--scale", "none", "--clip", "none").data.preprocessing.clip == nil)
  }

  @Test(arguments: [
    ["--l1", "-1"], ["--l2=nan"], ["--l2=inf"], ["--clip", "0"], ["--clip", "no"],
    ["--validation-split", "1"], ["--epochs", "1.5"], ["--epochs=-1"], ["--batch-size", "0"],
    ["--learning-rate", "0"], ["--momentum", "1"], ["--seed=-1"], ["--early-stopping", "0"],
    ["--evaluate-every", "0"], ["--epochs", "99999999999999999999"], ["--pace", "0"],
    ["--pace", "fast"], ["--scale", "big"], ["--drop", ",a"], ["--drop", "\"a"],
    ["--optimizer", "adadelta"], ["--loss", "hinge"], ["--embedding", "a"],
    ["--embedding", "a=1.5"], ["--embedding", "a=0"], ["--l1", "dense_0="], ["--l1", "=1"],
    ["--max-norm", "0"],
    ["--group-lasso", "rows"], ["--group-lasso", "units", "--l1-mode", "subgradient"],
    ["--clip-norm", "1", "--clip-value", "1"],
    ["--ema", "1"],
    ["--schedule", "linear"], ["--warm-up=-1"], ["--plateau-factor", "1"],
    ["--label-smoothing", "1"],
    ["--focal-gamma=-1"], ["--huber-delta", "0"], ["--class-weight", "a"],
    ["--class-weight", "a=-1"],
    ["--class-weight", "a=1,a=2"], ["--class-weight", "balanced", "--sample-weight", "w"],
    ["--task", "ranking"],
    ["--layers", "dense:0:relu"], ["--layers", "dens:4"], ["--method", "lp-ft"],
    ["--nonsense", "1"],
    ["--method", "none", "--base", "b"], ["--init", "i"],
  ])
  func refusesWithOneLine(arguments: [String]) throws {
    let error = try #require(throws: (any Error).self) {
      try ExperimentOptions.parse(["--train", "a.csv", "--target", "y"] + arguments)
        .configuration()
    }
    #expect(ExperimentOptions.exitCode(for: error) == .validationFailure)
    #expect(!ExperimentOptions.message(for: error).onOneLine.isEmpty)
  }

  @Test(arguments: [
    ("--l1", "0 or more"), ("--l2", "0 or more"), ("--learning-rate", "above 0"),
    ("--momentum", "below 1"), ("--weight-decay", "0 or more"), ("--epochs", "from 0"),
    ("--batch-size", "from 1"), ("--seed", "from 0"), ("--early-stopping", "from 1"),
    ("--evaluate-every", "from 1"), ("--base-epochs", "from 0"), ("--clip", "above 0"),
    ("--validation-split", "below 1"), ("--pace", "above 0"),
  ])
  func aNegativeNumberIsToldItsRange(option: String, range: String) throws {
    let error = try #require(throws: (any Error).self) {
      try ExperimentOptions.parse([option, "-1"])
    }
    #expect(ExperimentOptions.message(for: error).contains(range))
  }

  @Test func aMomentumThatNothingTakesIsRefused() throws {
    for optimizer in ["adam", "adamw", "amsgrad"] {
      let error = try #require(throws: (any Error).self) {
        try configuration("--optimizer", optimizer, "--momentum", "0.9")
      }
      #expect(ExperimentOptions.message(for: error).contains("sgd, nesterov, rmsprop"))
    }
    let rmsprop = try configuration("--optimizer", "rmsprop", "--momentum", "0.9")
    #expect(rmsprop.optimizer.effectiveMomentum == 0.9)
    #expect(try configuration("--momentum", "0").optimizer.momentum == 0)
  }

  @Test(arguments: [
    ["--sequence", "a,b"], ["--drop", "a"], ["--numeric", "a"], ["--categorical", "a"],
  ])
  func columnsWithoutDataAreRefused(arguments: [String]) throws {
    let folders = DataFolders(option: Program.repository, places: .current)
    let error = try #require(throws: (any Error).self) {
      try DashboardCommand.parse(arguments).configuration(in: folders)
    }
    let message = DashboardCommand.message(for: error)
    #expect(message.hasPrefix("\(arguments[0]) is about columns of your data"))
    #expect(message.contains("--train FILE"))
  }

  @Test func paceIsANumberOrMax() throws {
    #expect(try ExperimentOptions.parse(["--pace", "2.5"]).pace == .epochsPerSecond(2.5))
    #expect(try ExperimentOptions.parse(["--pace", "max"]).pace == .maximum)
    #expect(try ExperimentOptions.parse([]).pace == nil)
  }

  @Test(arguments: [
    ["a"], ["a", "b"], ["a,b", "c"], ["say \"so\""], ["\""], [",", "\","],
  ])
  func columnListsReadBack(names: [String]) {
    #expect(ColumnList(argument: ColumnList(names: names).argument)?.names == names)
  }

  @Test func withoutDataTheDashboardOpensTheDemoAsTheOptionsSay() throws {
    let folders = DataFolders(option: Program.repository, places: .current)
    let demo = try DashboardCommand.parse([]).configuration(in: folders)
    #expect(demo.data.target == "digit")
    #expect(demo.data.source == Program.sample("digits/source_clean.csv"))
    #expect(demo.epochs == 600)
    #expect(demo.batchSize == 8)
    #expect(demo.penalty == PenaltySettings())
    var expected = demo
    expected.data.preprocessing.scaling = .shared
    expected.epochs = 5
    expected.batchSize = 32
    expected.optimizer.learningRate = 1e-2
    expectNoDifference(
      try DashboardCommand.parse([
        "--scale", "shared", "--epochs", "5", "--batch-size", "32", "--learning-rate", "1e-2",
      ]).configuration(in: folders),
      expected)
  }
}
