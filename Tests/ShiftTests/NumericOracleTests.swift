import Foundation
import Shift
import Testing

@Suite struct NumericOracleTests {
  struct Case: Decodable {
    var seed: UInt64
    var n: Int
    var m: Int
    var reference: String
    var current: String
    var missing: [Double]
    var statistic: Double
    var p: Double
    var asymptotic: Double?
    var wasserstein: Double
    var deviation: Double
    var psi: Double
    var threshold: Double?
    var js: Double
    var energy: Double
    var change: Double
    var ratio: Double?
    var cvm: [Double]?
  }

  @Test func everyStatisticMatchesScipy() throws {
    let cases: [Case] = try Fixture.read("numeric")
    #expect(cases.count > 300)
    for oracle in cases {
      let reference = SortedSample(
        Fixture.sample(seed: oracle.seed, count: oracle.n, shape: oracle.reference))
      let current = SortedSample(
        Fixture.sample(seed: oracle.seed + 1_000_003, count: oracle.m, shape: oracle.current))
      let drift = FeatureDrift.numericDrift(name: "x", reference: reference, current: current)
      let what = Comment("\(oracle)")
      let ks = try #require(drift.ks)
      #expect(isClose(ks.statistic, oracle.statistic, relative: 1e-9), what)
      #expect(isClose(ks.p, oracle.p, relative: 1e-6), what)
      #expect(ks.isAsymptotic == (max(reference.values.count, current.values.count) > 10_000))
      #expect(isClose(drift.wasserstein, oracle.wasserstein, relative: 1e-9, floor: 1e-15), what)
      #expect(
        isClose(
          drift.wassersteinNormed,
          reference.values.first == reference.values.last
            ? nil : oracle.wasserstein / oracle.deviation,
          relative: 1e-9, floor: 1e-15), what)
      #expect(isClose(drift.psi, oracle.psi, relative: 1e-9, floor: 1e-15), what)
      #expect(isClose(drift.psiThreshold, oracle.threshold, relative: 1e-9), what)
      #expect(isClose(drift.js, oracle.js, relative: 1e-9, floor: 1e-8), what)
      #expect(isClose(drift.energy, oracle.energy, relative: 1e-9, floor: 1e-12), what)
      let size = max(abs(reference.mean), abs(current.mean), reference.standardDeviation)
      #expect(isClose(drift.meanChange, oracle.change, relative: 1e-9, floor: size * 1e-13), what)
      // numpy gives a constant a variance by rounding.
      #expect(isClose(drift.varianceRatio, oracle.ratio, relative: 1e-9, floor: 1e-30), what)
      // scipy's own statistic is a difference of numbers as large as the samples.
      let total = Double(reference.values.count + current.values.count)
      #expect(
        isClose(
          drift.cramerVonMises?.statistic, oracle.cvm?[0], relative: 1e-9, floor: total * 1e-14),
        what)
      #expect(isClose(drift.cramerVonMises?.p, oracle.cvm?[1], relative: 1e-6), what)
      #expect(drift.missing == Paired(reference: oracle.missing[0], current: oracle.missing[1]))
      #expect(drift.pAdjusted == nil && !drift.drifted)
    }
  }

  @Test func livePValuesAreAsymptoticAboveAMillion() throws {
    let reference = SortedSample(Fixture.uniform(seed: 1, count: 1001))
    let current = SortedSample(Fixture.sample(seed: 2, count: 1000, shape: "shifted"))
    let live = try #require(KolmogorovSmirnov.test(reference, current, method: .live))
    let exact = try #require(KolmogorovSmirnov.test(reference, current))
    #expect(live.isAsymptotic && !exact.isAsymptotic)
    #expect(live.statistic == exact.statistic)
    #expect(abs(live.p - exact.p) < 0.02)
    let smaller = SortedSample(Fixture.uniform(seed: 1, count: 1000))
    #expect(
      KolmogorovSmirnov.test(smaller, current, method: .live)
        == KolmogorovSmirnov.test(smaller, current))
  }

  /// Normal quantiles, 200 of N(0, 1) against 150 of N(0.3, 1.2); scipy 1.17.1.
  @Test func normalQuantilesMatchThePublishedVector() throws {
    struct Vector: Decodable {
      var reference: [Double]
      var current: [Double]
    }
    let vector: Vector = try Fixture.read("normal_quantiles")
    let drift = FeatureDrift.numericDrift(
      name: "x", reference: SortedSample(vector.reference), current: SortedSample(vector.current))
    #expect(isClose(drift.ks?.statistic, 0.1316666667, relative: 1e-9))
    #expect(isClose(drift.ks?.p, 0.09476205338, relative: 1e-9))
    #expect(isClose(drift.wasserstein, 0.3113391517, relative: 1e-9))
    #expect(isClose(drift.wassersteinNormed, 0.3123408384, relative: 1e-9))
    #expect(isClose(drift.psi, 0.1108, relative: 5e-4))
  }
}
