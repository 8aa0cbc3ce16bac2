import Shift
import Testing

@Suite struct CategoricalOracleTests {
  struct Case: Decodable {
    var reference: [Int]
    var current: [Int]
    var chi2: Double?
    var dof: Int?
    var p: Double?
    var g: [Double]?
    var v: Double?
    var psi: Double
    var js: Double
  }

  @Test func everyStatisticMatchesScipy() throws {
    let cases: [Case] = try Fixture.read("categorical")
    #expect(cases.count > 100)
    for oracle in cases {
      let drift = drift(oracle.reference, oracle.current)
      let what = Comment("\(oracle)")
      #expect(isClose(drift.chiSquare?.statistic, oracle.chi2, relative: 1e-9, floor: 1e-12), what)
      #expect(drift.chiSquare?.degreesOfFreedom == oracle.dof, what)
      #expect(isClose(drift.chiSquare?.p, oracle.p, relative: 1e-9), what)
      #expect(isClose(drift.gTest?.statistic, oracle.g?[0], relative: 1e-9, floor: 1e-9), what)
      #expect(isClose(drift.gTest?.p, oracle.g?[1], relative: 1e-6), what)
      #expect(drift.gTest?.degreesOfFreedom == oracle.dof, what)
      #expect(isClose(drift.cramersV, oracle.v, relative: 1e-7, floor: 1e-7), what)
      #expect(isClose(drift.psi, oracle.psi, relative: 1e-9, floor: 1e-14), what)
      #expect(isClose(drift.js, oracle.js, relative: 1e-9, floor: 1e-8), what)
    }
  }

  @Test func theHandComputedTableMatches() {
    let drift = drift([30, 50, 20], [45, 40, 15])
    #expect(isClose(drift.chiSquare?.statistic, 4.8253968254, relative: 1e-10))
    #expect(isClose(drift.chiSquare?.p, 0.08957326254, relative: 1e-9))
    #expect(drift.chiSquare?.degreesOfFreedom == 2)
    #expect(isClose(drift.gTest?.p, 0.08845728242, relative: 1e-9))
    #expect(isClose(drift.psi, 0.0975182250, relative: 1e-8))
    #expect(isClose(drift.js, 0.1322663084, relative: 1e-9))
    #expect(isClose(drift.cramersV, 0.1189446404, relative: 1e-9))
  }

  @Test func categoriesThatNeitherSampleHasDoNotCount() {
    #expect(drift([3, 0, 9, 0], [5, 0, 2, 0]) == drift([3, 9], [5, 2]))
    #expect(drift([7, 0], [3, 0]).chiSquare == nil)
    #expect(drift([7], [3]).psiThreshold == nil)
  }

  @Test func categoriesComeAndGo() {
    let drift = FeatureDrift.categoricalDrift(
      name: "x",
      counts: PairedCounts(
        labels: ["both", "new", "gone", "neither", "newer"], reference: [3, 0, 2, 0, 0],
        current: [4, 2, 0, 0, 1]),
      missing: Paired(reference: 0, current: 0))
    #expect(drift.newCategories == ["new", "newer"] && drift.vanishedCategories == ["gone"])
    let none = self.drift([3, 4], [1, 1])
    #expect(none.newCategories.isEmpty && none.vanishedCategories.isEmpty)
  }

  @Test func theEffectDoesNotDependOnTheLargerSamplesSize() {
    let small = drift([300, 500, 200], [450, 400, 150])
    let large = drift([300_000, 500_000, 200_000], [450, 400, 150])
    #expect(isClose(small.cramersV, large.cramersV, relative: 1e-12))
  }

  @Test(arguments: [[], [0], [0, 0, 0]])
  func anEmptySampleHasNoStatistics(empty: [Int]) {
    let other = empty.map { _ in 4 }
    let drift = drift(empty, other)
    #expect(drift.psi == nil && drift.js == nil && drift.chiSquare == nil && drift.cramersV == nil)
    #expect(drift.effectSize == 0)
  }

  private func drift(_ reference: [Int], _ current: [Int]) -> FeatureDrift {
    FeatureDrift.categoricalDrift(
      name: "x",
      counts: PairedCounts(
        labels: reference.indices.map(String.init), reference: reference, current: current),
      missing: Paired(reference: 0, current: 0))
  }
}
