import CustomDump
import Datasets
import Shift
import Testing

@Suite struct DriftReportTests {
  private func table(seed: UInt64, rows: Int, moved: Bool) -> Table {
    let colours = Fixture.uniform(seed: seed + 9, count: rows).map { u -> Int32 in
      u < 0.1 ? -1 : u < (moved ? 0.8 : 0.4) ? 0 : 1
    }
    let levels = moved ? ["red", "violet"] : ["red", "blue"]
    return Table(
      source: "table.csv", names: ["still", "moved", "colour", "empty", "y"],
      columns: [
        .numeric(Fixture.uniform(seed: seed, count: rows)),
        .numeric(
          Fixture.sample(seed: seed + 1, count: rows, shape: moved ? "moved" : "uniform")),
        .categorical(CategoricalColumn(codes: colours, levels: levels)),
        .numeric([Double](repeating: .nan, count: rows)),
        .numeric(Fixture.sample(seed: seed + 2, count: rows, shape: "whole")),
      ])
  }

  @Test func tablesAreComparedColumnByColumn() throws {
    let reference = table(seed: 1, rows: 400, moved: false)
    let current = table(seed: 50, rows: 300, moved: true)
    let report = DriftReport.compare(reference: reference, current: current, target: "y")
    #expect(report.rows == Paired(reference: 400, current: 300))
    expectNoDifference(report.features.map(\.name), ["still", "moved", "colour", "empty"])
    expectNoDifference(report.features.map(\.kind), [.numeric, .numeric, .categorical, .numeric])
    expectNoDifference(report.features.map(\.drifted), [false, true, true, false])
    #expect(report.shareDrifted == 2.0 / 3)
    let label = try #require(report.label)
    #expect(label.name == "y" && label.pAdjusted == label.p)
    #expect(report.features[3].missing == Paired(reference: 1, current: 1))
    // The correction runs over the three features with a p, not over the target.
    let smallest = report.features.compactMap(\.p).sorted()
    #expect(report.features.compactMap(\.pAdjusted).max() == smallest.last)
  }

  @Test func withoutATargetEveryColumnIsAFeature() {
    let table = table(seed: 1, rows: 50, moved: false)
    let report = DriftReport.compare(reference: table, current: table)
    #expect(report.features.count == 5 && report.label == nil)
    #expect(report.shareDrifted == 0)
  }

  @Test func columnsThatCannotBeComparedAreLeftOut() {
    let numbers = Table(
      source: "a", names: ["x", "z"], columns: [.numeric([1, 2]), .numeric([3, 4])])
    let words = Table(
      source: "b", names: ["x"],
      columns: [.categorical(CategoricalColumn(codes: [0], levels: ["one"]))])
    let report = DriftReport.compare(reference: numbers, current: words)
    #expect(report.features.isEmpty && report.shareDrifted == nil)
  }

  @Test func tablesWithoutRowsHaveNoStatistics() {
    let empty = Table(source: "a", names: ["x"], columns: [.numeric([])])
    let report = DriftReport.compare(reference: empty, current: empty, target: "none")
    #expect(report.features.map(\.p) == [nil] && report.shareDrifted == nil)
    #expect(report.features[0].missing == Paired(reference: 0, current: 0))
  }

  @Test func levelsAreMatchedByTheirSpelling() {
    let counts = PairedCounts.make(
      reference: CategoricalColumn(
        codes: [0, 0, 1, -1, 2, 2, 2, 2], levels: ["a", "b", "c", "d"]),
      current: CategoricalColumn(codes: [1, 1, 1, 0], levels: ["e", "b", "f"]))
    expectNoDifference(
      counts,
      PairedCounts(
        labels: ["b", "c", "a", "e"], reference: [1, 4, 2, 0], current: [3, 0, 0, 1]))
    #expect(counts.currentShares == [0.75, 0, 0, 0.25])
  }

  @Test func categoricalColumnsGiveTheStatisticsOfTheirCounts() {
    let reference = CategoricalColumn(codes: [0, 0, 1, -1, 1, 1], levels: ["a", "b"])
    let current = CategoricalColumn(codes: [0, 1, 0, 0, -1, -1, -1, 0], levels: ["b", "a"])
    expectNoDifference(
      FeatureDrift.categoricalDrift(name: "x", reference: reference, current: current),
      FeatureDrift.categoricalDrift(
        name: "x",
        counts: PairedCounts(labels: ["b", "a"], reference: [3, 2], current: [4, 1]),
        missing: Paired(reference: 1, current: 3)))
  }
}
