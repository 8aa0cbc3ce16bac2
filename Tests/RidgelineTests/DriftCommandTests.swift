import Foundation
import Testing

@Suite struct DriftCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func writesOneObjectWithItsKeysInOrder() throws {
    let result = try program.run(
      "drift", Program.sample("penguins/train.csv"), Program.sample("penguins/test.csv"),
      "--target", "sex", "--json")
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
    #expect(result.lines.count == 1)
    let report = try WrittenObject(try #require(result.lines.first))
    #expect(report.keys == ["rows", "features", "label", "share_drifted", "summary"])
    #expect(try report.object("rows") as? [String: Int] == ["reference": 42, "current": 121])
    let features = try #require(report.members["features"] as? [[String: Any]])
    #expect(features.count == 9)
    let numeric = try #require(features.first { $0["name"] as? String == "body_mass_g" })
    #expect(
      Set(numeric.keys) == [
        "name", "kind", "ks", "cramer_von_mises", "wasserstein", "wasserstein_normed", "energy",
        "mean_change", "variance_ratio", "psi", "psi_threshold", "js",
        "missing", "p_adjusted", "drifted", "summary",
      ])
    #expect(Set(try #require(numeric["ks"] as? [String: Any]).keys) == ["statistic", "p"])
    let categorical = try #require(features.first { $0["name"] as? String == "species" })
    #expect(
      Set(categorical.keys) == [
        "name", "kind", "psi", "psi_threshold", "js", "chi2", "g", "cramers_v",
        "new_categories", "new_share", "new_share_expected", "vanished_categories", "missing",
        "p_adjusted", "drifted", "summary",
      ])
    let missing = try #require(numeric["missing"] as? [String: Any])
    #expect(Set(missing.keys) == ["reference", "current", "p", "p_adjusted", "drifted"])
    #expect(
      Set(try #require(categorical["g"] as? [String: Any]).keys) == ["statistic", "dof", "p"])
    #expect(try report.object("label")["name"] as? String == "sex")
  }

  /// The text mode ends its table with the sentence that is the object's `summary`.
  @Test func saysTheSameInTextAndJSON() throws {
    let files = [Program.sample("storms/train.csv"), Program.sample("storms/test.csv")]
    let report = try WrittenObject(
      try #require(try program.run(["drift"] + files + ["--json"]).lines.first))
    let text = try program.run(["drift"] + files + ["--plot"]).output
    let summary = try #require(report.members["summary"] as? String)
    #expect(summary.hasPrefix("2 of 7 features drifted; most on "))
    #expect(text.contains(": \(summary)\n"))
    for feature in try #require(report.members["features"] as? [[String: Any]]) {
      #expect(text.contains("\n\(try #require(feature["summary"] as? String))\n"))
    }
  }

  @Test func withoutATargetEveryColumnIsAFeature() throws {
    let result = try program.run(
      "drift", Program.sample("penguins/train.csv"), Program.sample("penguins/test.csv"), "--json")
    let report = try WrittenObject(try #require(result.lines.first))
    #expect(report.keys == ["rows", "features", "share_drifted", "summary"])
    #expect((report.members["features"] as? [Any])?.count == 10)
  }

  @Test func standardInputIsAFileToo() throws {
    let (reference, current) = (
      Program.sample("penguins/train.csv"), Program.sample("penguins/test.csv")
    )
    let named = try program.run("drift", reference, current, "--json")
    let read = try program.run(["drift", "-", current, "--json"], input: reference)
    #expect(read.code == 0)
    #expect(read.output == named.output)
    let twice = try program.run(["drift", "-", "-"], input: reference)
    #expect(twice.code == 64 && twice.errors.hasPrefix("ridgeline: standard input: it can be read"))
    let none = try program.run("drift", "-", current)
    #expect(none.code == 1)
    #expect(none.errors.hasPrefix("ridgeline: standard input: nothing is piped in"))
  }

  @Test func findsTheShiftOfWornDigits() throws {
    let result = try program.run(
      "drift", Program.sample("digits/train_clean.csv"), Program.sample("digits/test.csv"),
      "--target", "digit", "--json")
    let report = try WrittenObject(try #require(result.lines.first))
    #expect(try report.number("share_drifted") > 0.9)
  }

  @Test func printsATableAndPicturesForPeople() throws {
    let result = try program.run(
      "drift", Program.sample("storms/train.csv"), Program.sample("storms/test.csv"), "--plot")
    #expect(result.code == 0)
    #expect(result.output.contains("W1/sd"))
    #expect(result.output.contains("2 of 7 features drifted"))
    #expect(result.output.contains("░ reference  █ current  ─ reference inside"))
    #expect(result.lines.allSatisfy { $0.count <= 100 })
  }

  @Test func aColumnWithoutValuesHasNoEffectAndNoPicture() throws {
    let one = try program.home.write("one.csv", "x,empty\n1,\n")
    let two = try program.home.write("two.csv", "x,empty\n1,\n2,\n")
    let result = try program.run("drift", one, two, "--plot")
    #expect(result.code == 0)
    let row = try #require(result.lines.first { $0.hasPrefix("empty ") })
    #expect(row.split(separator: " ").prefix(3) == ["empty", "-", "-"])
    #expect(result.output.contains("1 row of reference, 2 of current"))
    #expect(result.output.hasSuffix("empty: nothing to compare, no cell holds a value\n"))
  }

  /// What a table of numbers has no room for stands below it: categories that came and went, and gaps.
  @Test func namesCategoriesAndGapsBelowTheTable() throws {
    let one = try program.home.write(
      "one.csv",
      "c,x\n" + (0..<40).map { "\($0 % 2 == 0 ? "red" : "old\u{1B}[2J"),\($0)\n" }.joined())
    let two = try program.home.write(
      "two.csv",
      "c,x\n"
        + (0..<40).map { "\($0 % 8 == 0 ? "red" : "n\($0 % 8)"),\($0 % 4 == 0 ? "" : "1")\n" }
        .joined())
    let result = try program.run("drift", one, two)
    #expect(result.code == 0 && !result.output.contains("\u{1B}"))
    #expect(result.output.contains("c: new: n1, n2, n3, n4, n5 and 2 more; gone: old\u{FFFD}[2J\n"))
    #expect(result.output.contains("x: missing changed from 0% to 25% (p .001)\n"))
  }

  @Test func slipsAreWarnedOf() throws {
    let rows = (0..<20).map { "\($0)\n" }.joined()
    let path = try program.home.write("slips.csv", "x\n\(rows)n.a.\n")
    let result = try program.run("drift", path, path, "--json")
    #expect(result.code == 0)
    #expect(result.lines.count == 1)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains("slips.csv, line 22, column \"x\""))
  }

  @Test func testsAllFeaturesTogether() throws {
    let files = [Program.sample("penguins/train.csv"), Program.sample("penguins/test.csv")]
    let arguments = ["drift"] + files + ["--target", "sex", "--multivariate"]
    let result = try program.run(arguments + ["--json"])
    #expect(result.code == 0)
    let report = try WrittenObject(try #require(result.lines.first))
    #expect(
      report.keys
        == ["rows", "features", "label", "share_drifted", "classifier_auc", "mmd", "summary"])
    let classifier = try report.object("classifier_auc")
    #expect(Set(classifier.keys) == ["auc", "p", "rows", "use"])
    #expect(classifier["rows"] as? [String: Int] == ["reference": 42, "current": 121])
    let use = try #require(classifier["use"] as? [[String: Any]])
    #expect(
      use.allSatisfy { Set($0.keys) == ["name", "auc_lost"] && $0["name"] as? String != "sex" })
    #expect(Set(try report.object("mmd").keys) == ["statistic", "p", "rows"])
    #expect(try program.run(arguments + ["--json", "--seed", "0"]).output == result.output)
    #expect(try program.run(arguments + ["--json", "--seed", "1"]).output != result.output)
    let text = try program.run(arguments)
    #expect(text.output.contains("all features together: a classifier "))
  }

  @Test func tellsThatThereIsNothingToTestTogether() throws {
    let one = try program.home.write("one.csv", "x\n1\n")
    let result = try program.run("drift", one, one, "--multivariate")
    #expect(result.code == 0)
    #expect(result.output.hasSuffix("all features together: nothing to compare\n"))
    let json = try program.run("drift", one, one, "--multivariate", "--json")
    #expect(json.output.contains(#""classifier_auc":null,"mmd":null"#))
  }

  @Test func explainsEveryNumberItWrites() throws {
    let result = try program.run("drift", "--explain")
    #expect(result.code == 0)
    for key in [
      "ks", "wasserstein", "psi", "psi_threshold", "js", "chi2", "cramers_v", "drifted", "mmd",
    ] {
      #expect(result.lines.contains(key), "\(key)")
    }
  }

  @Test(arguments: [
    (["drift", "none.csv", "none.csv"], 1), (["drift", "none.csv"], 64), (["drift"], 64),
    (["drift", "a.csv", "a.csv", "--json", "--plot"], 64),
    (["drift", "a.csv", "a.csv", "--seed", "1"], 64),
    (["drift", "--explain", "--multivariate"], 64),
    (["drift", "b.csv", "b.csv", "--target", "z"], 64),
    (["drift", "b.csv", "b.csv", "--numeric", "z"], 64),
    (["drift", "b.csv", "b.csv", "--drop", "x", "--categorical", "x"], 64),
    (["drift", "b.csv", "b.csv", "--drop", "x,y"], 64),
    (["drift", "b.csv", "b.csv", "--numeric", "y"], 1), (["drift", "b.csv", "c.csv"], 1),
    (["drift", "a.csv", "a.csv", "--multivariate", "--sequence", "a,b"], 64),
  ])
  func saysWhatIsWrongOnOneLine(arguments: [String], code: Int) throws {
    try program.home.write("b.csv", "x,y\n1,a\n2,b\n")
    try program.home.write("c.csv", "x\n1\n2\n")
    let result = try program.run(arguments)
    #expect(result.code == code)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func namesFromOutsideCannotSteerTheTerminal() throws {
    let table = "a\u{1B}[2J,b\u{9B}31m\n" + (1...30).map { "\($0),x\u{7}\($0 % 3)\n" }.joined()
    let path = try program.home.write("hostile.csv", table)
    for arguments in [["drift", path, path, "--plot"], ["drift", path, path, "--json"]] {
      let result = try program.run(arguments)
      #expect(result.code == 0)
      #expect(
        !result.output.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value)
        })
    }
    let missing = try program.run("drift", "no\u{1B}[2Jsuch.csv", path)
    #expect(missing.code == 1)
    #expect(!missing.errors.contains("\u{1B}"))
  }
}
