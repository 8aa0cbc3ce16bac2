import CustomDump
import Diagnosis
import Foundation
import Runs
import Testing

/// Each mistake is found, alone and where it is; what is nearly one is passed over.
@Suite struct PlantingTests {
  @Test func nothingIsFoundWhereNothingIsWrong() throws {
    expectNoDifference(try Experiment().findings(), [])
  }

  @Test(arguments: Planting.mistakesInData + Planting.mistakesInExperiments)
  func isFound(planting: Planting) throws {
    var experiment = Experiment()
    planting.plant(&experiment)
    expectNoDifference(try experiment.found(), planting.found)
  }

  @Test(arguments: Planting.nearMissesInData + Planting.nearMissesInExperiments)
  func isPassedOver(planting: Planting) throws {
    var experiment = Experiment()
    planting.plant(&experiment)
    expectNoDifference(try experiment.findings(), [])
  }

  // Between parts of one file other checks do not look.
  @Test func partsOfOneFileThatDifferInTheirColumnsAreFound() throws {
    let folder = URL.temporaryDirectory.appending(path: "diagnosis-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = Sheet.customers(120, seed: 3)
    var part = Sheet.customers(120, seed: 4)
    part.remove("height")
    for (name, sheet) in [("part1.csv", whole), ("part2.csv", part)] {
      try Data(sheet.csv.utf8).write(to: folder.appending(path: name))
    }
    var experiment = Experiment()
    experiment.configure = { $0.data.train = folder.path() + "/part?.csv" }
    expectNoDifference(try experiment.found(), ["unusable-data part2.csv height"])
  }

  @Test func severalMistakesAreAllFoundAndRanked() throws {
    var experiment = Experiment()
    experiment.train.add("number") { row, _ in "\(row)" }
    experiment.test?.add("number") { row, _ in "\(row + 500)" }
    experiment.test?.scale("income") { $0 * 100 }
    experiment.test?.rows[30][2] = "tall"
    experiment.train.add("site") { _, _ in "north" }
    experiment.test?.add("site") { _, _ in "north" }
    experiment.layersAsWritten = "dense:8:relu,dense:2:softmax"
    experiment.configure = { $0.optimizer.learningRate = 30 }
    let findings = try experiment.findings()
    expectNoDifference(
      Set(findings.map(\.check)),
      [
        "identifier", "units-changed", "mixed-types", "constant-column", "softmax-before-loss",
        "learning-rate",
      ])
    #expect(findings.map(\.severity) == findings.map(\.severity).sorted())
    #expect(findings.allSatisfy { !$0.why.isEmpty && $0.action.hasSuffix(".") })
  }
}
