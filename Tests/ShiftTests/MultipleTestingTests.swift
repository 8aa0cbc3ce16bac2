import CustomDump
import Shift
import Testing

@Suite struct MultipleTestingTests {
  // scipy.stats.false_discovery_control([0.01, 0.04, 0.03, 0.005, 0.8, 0.03])
  @Test func adjustedValuesMatchScipy() {
    let adjusted = adjustingForMultipleTests(
      [0.01, 0.04, 0.03, 0.005, 0.8, 0.03].map { numeric(p: $0, effect: 0.2) })
    let expected = [0.03, 0.048, 0.045, 0.03, 0.8, 0.045]
    for (feature, value) in zip(adjusted, expected) {
      #expect(feature.pAdjusted.map { abs($0 - value) < 1e-15 } == true)
      #expect(feature.drifted == (value < 0.05))
    }
  }

  @Test func featuresWithoutATestAreNeitherCountedNorJudged() {
    let untested = FeatureDrift(name: "empty", kind: .numeric)
    let adjusted = adjustingForMultipleTests([untested, numeric(p: 0.04, effect: 0.3), untested])
    #expect(adjusted.map(\.pAdjusted) == [nil, 0.04, nil])
    #expect(adjusted.map(\.drifted) == [false, true, false])
  }

  @Test func aTinyPWithASmallEffectIsNoDrift() {
    let adjusted = adjustingForMultipleTests([
      numeric(p: 1e-30, effect: 0.0999), numeric(p: 1e-30, effect: 0.1),
      numeric(p: 0.3, effect: 0.9),
    ])
    #expect(adjusted.map(\.drifted) == [false, true, false])
  }

  @Test func adjustingTwiceChangesNothing() {
    let once = adjustingForMultipleTests(
      [0.2, 0.01, 0.5].map { numeric(p: $0, effect: 0.4) })
    expectNoDifference(adjustingForMultipleTests(once), once)
    expectNoDifference(adjustingForMultipleTests([]), [])
  }

  private func numeric(p: Double, effect: Double) -> FeatureDrift {
    FeatureDrift(
      name: "x", kind: .numeric,
      ks: KolmogorovSmirnov(statistic: effect, p: p, isAsymptotic: false))
  }
}
