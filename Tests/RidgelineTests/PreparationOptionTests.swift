import ArgumentParser
import CustomDump
import Datasets
import Runs
import Testing

@testable import ridgeline

/// How columns become inputs, as the command line and experiment files say it.
@Suite struct PreparationOptionTests {
  private func preprocessing(_ arguments: [String]) throws -> PreprocessingOptions {
    try PreparationOptions.parse(arguments).preprocessing()
  }

  @Test func everyChoiceReachesTheConfiguration() throws {
    var expected = PreprocessingOptions(scaling: .robust, clip: 5)
    expected.limits = ValueLimits(lower: .percentile(1), upper: .percentile(99))
    expected.columnScalings = ["fare": .power, "a,b": .log1p, "c=d": .quantile, "raw": .none]
    expected.columnClips = ["fare": 3, "free": nil]
    expected.columnLimits = ["fare": ValueLimits(lower: .value(0))]
    expected.dates = ["day": [], "hour": [.weekday, .hour]]
    expected.ordinals = ["grade": [], "size": ["S", "M", "L"]]
    expected.hashes = ["city": 256, "zip": 2]
    expectNoDifference(
      try preprocessing([
        "--scale", "minmax", "--scale", "robust,fare=minmax,\"a,b=log1p\"", "--scale", "fare=power",
        "--scale", "c=d=quantile,raw=none", "--clip", "5,1%..99%", "--clip", "fare=0..",
        "--clip", "fare=3,free=none", "--dates", "day,hour=weekday+hour", "--ordinal", "grade",
        "--ordinal", "size=S<M<L", "--hash", "city=256,zip=2",
      ]), expected)
    #expect(try preprocessing(["--clip", "-5..-1"]).limits.upper == .value(-1))
  }

  @Test func theyStandInExperimentFilesAndTheCommandLineReplacesThem() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "e.toml",
      """
      train = "a.csv"
      target = "y"
      scale = ["robust", "fare=power"]
      clip = [5, "fare=0..99%"]
      dates = "day"
      ordinal = ["size=S<M<L", "grade"]
      hash = ["city=64"]
      """)
    func read(_ arguments: String...) throws -> PreprocessingOptions {
      let command = try Ridgeline.command(for: ["fit", path] + arguments) as? FitCommand
      return try #require(command).options.configuration().data.preprocessing
    }
    let options = try read()
    #expect(options.scaling == .robust && options.columnScalings == ["fare": .power])
    #expect(options.clip == 5 && options.columnLimits == ["fare": ValueLimits("0..99%")])
    #expect(options.dates == ["day": []])
    #expect(options.ordinals == ["size": ["S", "M", "L"], "grade": []])
    #expect(options.hashes == ["city": 64])
    let replaced = try read("--scale", "log1p", "--clip=none")
    #expect(replaced.scaling == .log1p && replaced.columnScalings.isEmpty)
    #expect(replaced.clip == nil && replaced.columnLimits.isEmpty)
    #expect(replaced.hashes == ["city": 64])
  }

  @Test func nothingIsCutWhereNothingIsScaled() throws {
    #expect(try preprocessing(["--scale", "none"]).clip == nil)
    #expect(try preprocessing(["--scale", "none,a=power"]).clip == 10)
    #expect(try preprocessing(["--scale", "none,a=power", "--clip", "3"]).clip == 3)
    #expect(try preprocessing(["--scale", "none", "--clip", "1%..99%"]).limits.isOpen == false)
  }

  @Test(arguments: [
    ["--scale", "big"], ["--scale", "a=big"], ["--scale", "=power"], ["--scale", "a="],
    ["--scale", ""], ["--clip", "a=0"], ["--clip", "3..1"], ["--clip", ".."], ["--clip", "a=5%"],
    ["--scale", "a=none", "--clip", "a=3"], ["--scale", "none", "--clip", "b=3"],
    ["--dates", ""], ["--dates", "a=mnth"], ["--dates", "a="], ["--dates", "a=month+"],
    ["--ordinal", "a=b"], ["--ordinal", "a=b<b"], ["--ordinal", "a=b<"], ["--ordinal", "=a<b"],
    ["--hash", "a"], ["--hash", "a=1"], ["--hash", "a=2.5"], ["--hash", "a=65537"],
    ["--hash", "a=1e300"], ["--hash", "a=2,a=3"],
  ])
  func otherwiseTheyAreRefused(arguments: [String]) throws {
    let error = try #require(throws: (any Error).self) { try preprocessing(arguments) }
    #expect(PreparationOptions.exitCode(for: error) == .validationFailure)
    #expect(!PreparationOptions.message(for: error).onOneLine.isEmpty)
  }
}
