import Testing

import TerminalUI

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.1124, "0.112"), (3.2149, "3.21"), (12.34, "12.3"), (123.4, "123"), (1234.4, "1 234"),
    (99_999, "1.00e5"), (123_456, "1.23e5"), (0.00112, "0.00112"), (0.000112, "1.12e-4"), (0, "0"),
    (-0.5, "-0.500"), (9.999, "10.0"), (0.9999, "1.00"), (.nan, "nan"), (.infinity, "inf"),
    (-.infinity, "-inf"), (1e300, "1.00e300"),
  ])
  func writesMeasures(value: Double, text: String) {
    #expect(NumberText.measure(value) == text)
  }

  @Test(arguments: [
    (0.832, 3, ".832"), (0.41, 2, ".41"), (1, 2, "1.0"), (1, 3, "1.00"), (0.9996, 3, "1.00"),
    (0, 3, ".000"), (-0.021, 3, "-.021"), (-0.0001, 3, ".000"), (-3.2, 3, "-3.20"),
    (12, 1, "12"), (.nan, 3, "nan"), (1e9, 3, "1.00e9"),
  ])
  func writesShares(value: Double, decimals: Int, text: String) {
    #expect(NumberText.share(value, decimals: decimals) == text)
  }

  @Test func writesDifferences() {
    #expect(NumberText.signedShare(0.037) == "+.037")
    #expect(NumberText.signedShare(-0.12) == "-.120")
    #expect(NumberText.signedShare(.nan) == "nan")
  }

  @Test(arguments: [
    (1e-3, "1e-3"), (3.16e-4, "3.2e-4"), (0, "0"), (1, "1"), (3.16, "3.2"), (9.99, "10"),
    (30, "30"), (316, "316"), (1e3, "1e3"), (0.1, "1e-1"), (.nan, "nan"),
  ])
  func writesStrengths(value: Double, text: String) {
    #expect(NumberText.strength(value) == text)
  }

  @Test(arguments: [
    (4.52, 3.01, "4.5"), (12.34, 0.052, "12.340"), (0.61, 2.6, "0.61"), (1013.2, 5, "1013.2"),
    (1013.2, 50, "1 013"), (0, 1, "0"), (4.5, 0, "4.50"), (.nan, 1, "nan"),
    (4.5, .infinity, "4.50"), (1e300, 1e-300, "1.00000000e300"),
  ])
  func writesMeans(value: Double, deviation: Double, text: String) {
    #expect(NumberText.mean(value, deviation: deviation) == text)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1204, "1 204"), (-4586, "-4 586"), (1_234_567, "1 234 567"),
  ])
  func groupsCounts(value: Int, text: String) {
    #expect(NumberText.count(value) == text)
  }

  @Test(arguments: [
    (950, "950 rows/s"), (999.6, "1.0 k rows/s"), (1234, "1.2 k rows/s"), (34_000, "34 k rows/s"),
    (1.9e6, "1.9 M rows/s"), (0, "0 rows/s"), (.nan, "nan rows/s"), (5.5, "5.5 rows/s"),
    (1e20, "1.00e20 rows/s"),
  ])
  func writesRates(value: Double, text: String) {
    #expect(NumberText.rate(value, unit: "rows/s") == text)
  }

  @Test(arguments: [
    (0, "0:00"), (12, "0:12"), (75.4, "1:15"), (3723, "1:02:03"), (-4, "0:00"), (.infinity, "inf"),
    (864_000, "10 days"), (1e18, "1.2e13 days"),
  ])
  func writesDurations(seconds: Double, text: String) {
    #expect(NumberText.duration(seconds: seconds) == text)
  }

  @Test(arguments: [
    (0, "p<1e-9"), (1e-10, "p<1e-9"), (4e-5, "p 4e-5"), (0.003, "p .003"), (0.12, "p .12"),
    (1, "p 1.0"), (.nan, "p nan"),
  ])
  func writesProbabilities(p: Double, text: String) {
    #expect(NumberText.probability(p) == text)
  }

  @Test func marksApproximateProbabilities() {
    #expect(NumberText.probability(0.003, isApproximate: true) == "p ~.003")
  }

  @Test(arguments: [(0.18, "18%"), (0.004, "0.4%"), (0.06, "6%"), (1, "100%"), (.nan, "nan%")])
  func writesPercent(share: Double, text: String) {
    #expect(NumberText.percent(share) == text)
  }
}
