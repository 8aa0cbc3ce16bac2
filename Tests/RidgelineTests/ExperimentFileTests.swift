import ArgumentParser
import CustomDump
import Runs
import TerminalUI
import Testing

@testable import ridgeline

@Suite struct ExperimentFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func fit(_ arguments: String...) throws -> FitCommand {
    try #require(try Ridgeline.command(for: ["fit"] + arguments) as? FitCommand)
  }

  private func failure(_ toml: String) throws -> String {
    let path = try folder.write("e.toml", toml)
    let failure = try #require(throws: Failure.self) { try fit(path) }
    #expect(failure.code == 1)
    return failure.description.replacing(path, with: "e.toml")
  }

  @Test func theFileFillsInWhatTheCommandLineLeavesOut() throws {
    let path = try folder.write(
      "e.toml",
      """
      # An experiment.
      train = "train.csv"
      test = "/data/test.csv"
      target = "y"
      drop = ["a", "b,c"]
      layers = ["dense:8:relu", "dropout:0.5"]
      l1 = 1e-3
      epochs = 7
      seed = 3
      shuffle = false
      validation-tail = true
      json = true
      """)
    let command = try fit(path, "--epochs", "9", "--no-validation-tail")
    let run = try command.options.configuration()
    #expect(run.data.train == folder.path + "/train.csv")
    #expect(run.data.test == "/data/test.csv")
    #expect(run.data.drop == ["a", "b,c"])
    #expect(run.layers == "dense:8:relu,dropout:0.5")
    #expect(run.penalty.l1.effective == 1e-3)
    #expect(run.epochs == 9)
    #expect(run.seed == 3)
    #expect(!run.shuffles)
    #expect(!run.data.validationTail)
    #expect(command.json)
  }

  @Test func strengthsAreListsThatTheCommandLineReplaces() throws {
    let path = try folder.write(
      "e.toml",
      """
      train = 'a.csv'
      target = 'y'
      l1 = [0.001, "dense_0=0.1"]
      l2 = ["dense_1=2", 1]
      """)
    let asWritten = try fit(path).options.configuration().penalty
    #expect(asWritten.l1.effective == 1e-3)
    #expect(asWritten.layerL1 == ["dense_0": 0.1])
    #expect(asWritten.l2.effective == 1)
    #expect(asWritten.layerL2 == ["dense_1": 2])
    for zero in [["--l1", "0"], ["--l1=0"]] {
      let command = try Ridgeline.command(for: ["fit", path] + zero) as? FitCommand
      let replaced = try #require(command).options.configuration().penalty
      #expect(replaced.l1.effective == 0)
      #expect(replaced.layerL1.isEmpty)
      #expect(replaced.layerL2 == ["dense_1": 2])
    }
    let more = try fit(path, "--l2", "3", "--l2", "dense_0=4").options.configuration().penalty
    #expect(more.l2.effective == 3)
    #expect(more.layerL2 == ["dense_0": 4])
  }

  @Test func severalFilesAreAPatternOrAList() throws {
    let path = try folder.write(
      "e.toml", "train = ['a.csv', 'b-*.csv', '/c.csv']\ntest = 't-*.csv'\ntarget = 'y'\n")
    let data = try fit(path).options.configuration().data
    let place = folder.path
    #expect(data.train == "{\(place)/a.csv,\(place)/b-*.csv,/c.csv}")
    #expect(data.test == "\(place)/t-*.csv")
    #expect(try fit(path, "--train", "x.csv").options.configuration().data.train == "x.csv")
    #expect(
      try failure("target = 'y'\ntrain = []\n")
        == "e.toml, line 2, train: a list of files must hold paths, and one at least")
    for more in [["--train", "y.csv"], ["--train=y.csv"]] {
      let error = #expect(throws: (any Error).self) {
        try Ridgeline.command(for: ["fit", "--train", "x.csv", "--target", "y"] + more)
      }
      let message = error.map { Ridgeline.message(for: $0) } ?? ""
      #expect(message.hasPrefix("--train is given twice; one pattern names several files"))
    }
  }

  @Test func oneFileServesTheDashboardAndFit() throws {
    let path = try folder.write(
      "e.toml",
      "train = 'a.csv'\ntarget = 'y'\ntheme = 'ridgeline-light'\nimage = '28x1'\n"
        + "json = true\n")
    let fit = try #require(try Ridgeline.command(for: ["fit", path]) as? FitCommand)
    #expect(fit.json)
    let dashboard = try #require(
      try Ridgeline.command(for: [path, "--seed", "4"]) as? DashboardCommand)
    #expect(dashboard.screen.theme == "ridgeline-light")
    #expect(dashboard.screen.image == Size(width: 28, height: 1))
    #expect(dashboard.options.training.seed == 4)
  }

  @Test func anUnknownKeyNamesTheNearest() throws {
    #expect(
      try failure("train = 'a.csv'\n\nlearning_rate = 1.0\n")
        == "e.toml, line 3, learning_rate: unknown key; did you mean learning-rate?")
  }

  @Test func aTableIsAnUnknownKey() throws {
    #expect(
      try failure("[scalee]\nx = 1\n") == "e.toml, line 1, scalee: unknown key; did you mean scale?"
    )
  }

  @Test func aTableOfOptionsIsToldToGo() throws {
    #expect(
      try failure("[data]\ntrain = 'a.csv'\n")
        == "e.toml, line 1, data: tables are not used; write the keys below [data] without it")
  }

  @Test func aBadValueNamesItsLine() throws {
    #expect(
      try failure("target = 'y'\nepochs = 'many'\n").hasPrefix(
        "e.toml, line 2, epochs: The value 'many' is invalid"))
    #expect(
      try failure("epochs = 1979-05-27\n")
        == "e.toml, line 1, epochs: a value must be a text, a number, true, false or a list of these"
    )
    #expect(try failure("l1 = nan\n").hasPrefix("e.toml, line 1, l1: "))
  }

  @Test(arguments: [
    ("drop = []", "drop: the list is empty; name something in it or leave out the key"),
    ("l1 = []", "l1: the list is empty; name something in it or leave out the key"),
    ("epochs = [1]", "epochs: it takes one value and no list"),
    ("l1-mode = ['subgradient']", "l1-mode: it takes one value and no list"),
    ("shuffle = [true]", "shuffle: it must be true or false"),
    ("shuffle = 1", "shuffle: it must be true or false"),
    (
      "l1 = true",
      "l1: The value 'true' is invalid for '--l1 <strength,..>': "
        + "it must be a number, 0 or more, or one of a layer, dense_0=0.1"
    ),
    (
      "seed = -1",
      "seed: The value '-1' is invalid for '--seed <number>': "
        + "it must be a whole number from 0 to 18446744073709551615"
    ),
    (
      "seed = 18446744073709551615",
      "seed: the number is too large for TOML; write it in quotes"
    ),
    (
      "drop = [true]",
      "drop: a value must be a text, a number, true, false or a list of these"
    ),
  ])
  func aValueOfTheWrongKindNamesItsPlace(line: String, problem: String) throws {
    #expect(try failure("target = 'y'\n\n\(line)\n") == "e.toml, line 3, \(problem)")
  }

  @Test func aSeedInQuotesAndNoHiddenLayersAreTaken() throws {
    let path = try folder.write(
      "e.toml",
      "train = 'a.csv'\ntarget = 'y'\nseed = '18446744073709551615'\nlayers = []\n")
    let run = try fit(path).options.configuration()
    #expect(run.seed == .max)
    #expect(run.layers == "")
  }

  @Test func aWordThatIsNearlyACommandIsNotTakenForAFile() throws {
    for (word, hint) in [("evalute", "'ridgeline evaluate'"), ("help", "'ridgeline help ")] {
      let failure = try #require(throws: Failure.self) { try fit(word) }
      #expect(failure.description.hasPrefix("\(word): no such file"))
      #expect(failure.description.contains(hint))
    }
  }

  @Test func whatIsNoTOMLNamesTheLine() throws {
    #expect(try failure("target = 'y'\nepochs = = 3\n").hasPrefix("e.toml, line 2: "))
  }

  @Test func aMissingFileSaysSo() throws {
    let failure = try #require(throws: Failure.self) { try fit(folder.path + "/none.toml") }
    #expect(failure.code == 1)
    #expect(failure.description.contains("no such file"))
  }

  @Test func whatStandsBehindAnOptionIsReadFromTheHelp() {
    let values = OptionNames.values(of: FitCommand.self)
    for name in ["drop", "sequence", "layers", "l1", "l2", "scale"] {
      #expect(values[name] == .list)
    }
    for name in ["l1-mode", "target", "task", "save"] { #expect(values[name] == .one) }
    for name in ["shuffle", "no-shuffle", "json"] {
      #expect(values[name] == OptionNames.Value.none)
    }
  }

  @Test func optionNamesAreThoseOfTheHelp() {
    let names = OptionNames.of(FitCommand.self)
    for name in ["train", "no-shuffle", "shuffle", "l1-mode", "early-stopping", "json", "init"] {
      #expect(names.contains(name))
    }
    #expect(!names.contains("help"))
    #expect(names.allSatisfy { !$0.contains(" ") && !$0.contains("-<") })
  }
}
