import Shift
import Testing

/// Paired tests and intervals against statsmodels, scipy and numpy (`Fixtures/make_effects.py`).
@Suite struct PairedDifferenceTests {
  struct Effects: Decodable {
    struct Pair: Decodable {
      let gained: Int
      let lost: Int
      let p: Double
      let largest: Int?
    }
    struct Shares: Decodable {
      let first: [Int]
      let second: [Int]
      let low: Double
      let high: Double
    }
    struct Means: Decodable {
      let values: [Double]
      let low: Double
      let high: Double
      let p: Double
    }
    let mcnemar: [Pair]
    let shares: [Shares]
    let means: [Means]
  }

  private let effects: Effects

  init() throws {
    effects = try Fixture.read("effects")
  }

  @Test func midPIsStatsmodelsExactPLessTheChanceOfWhatWasSeen() {
    for pair in effects.mcnemar {
      let test = McNemarTest(gained: pair.gained, lost: pair.lost)
      #expect(isClose(test.p, pair.p, relative: 1e-9), "\(pair)")
      if let largest = pair.largest { #expect(test.largestByChance == largest, "\(pair)") }
    }
  }

  @Test func aDifferenceIsRealExactlyWhereItLeavesWhatChanceGives() {
    for rows in [1, 4, 5, 6, 7, 12, 33, 200] {
      for gained in 0...rows {
        let difference = PairedDifference(gained: gained, lost: rows - gained, of: 500)
        let isOutside = abs(difference.difference) > difference.byChance.high + 1e-12
        #expect(difference.isReal == isOutside, "\(gained) of \(rows)")
      }
    }
    #expect(McNemarTest(gained: 0, lost: 0).p == 1)
    #expect(!PairedDifference(gained: 4, lost: 0, of: 4).isReal)
  }

  @Test func differencesOfSharesHaveStatsmodelsNewcombeInterval() throws {
    for shares in effects.shares {
      let interval = try #require(
        Interval.difference(
          of: (shares.first[0], shares.first[1]), minus: (shares.second[0], shares.second[1])))
      #expect(isClose(interval.low, shares.low, relative: 1e-9, floor: 1e-12), "\(shares)")
      #expect(isClose(interval.high, shares.high, relative: 1e-9, floor: 1e-12), "\(shares)")
    }
    #expect(Interval.difference(of: (0, 0), minus: (1, 2)) == nil)
  }

  // numpy draws 200,000 resamples, we fewer: their quantiles differ by chance, by 6 % of the width at most.
  @Test func resampledMeansHaveNumpysInterval() throws {
    for means in effects.means {
      let count = Double(means.values.count)
      let resamples = Resamples(rows: means.values.count, seed: 7)
      let interval = try #require(
        Interval.percentiles(of: resamples.sums(of: means.values).map { $0 / count }))
      let tolerance = 0.06 * (means.high - means.low)
      #expect(abs(interval.low - means.low) < tolerance)
      #expect(abs(interval.high - means.high) < tolerance)
      let difference = PairedDifference(
        gains: means.values, resamples: Resamples(rows: means.values.count, count: 999, seed: 7))
      #expect(abs(difference.p - means.p) < 0.02 + 0.2 * means.p)
      let isOutside =
        difference.difference < difference.byChance.low
        || difference.difference > difference.byChance.high
      #expect(difference.isReal == isOutside)
      #expect(difference.discordant == nil)
    }
  }

  @Test func resamplesFollowFromTheirSeedAndHoldAsManyRows() {
    let resamples = Resamples(rows: 37, count: 50, seed: 3)
    #expect(resamples == Resamples(rows: 37, count: 50, seed: 3))
    #expect(resamples != Resamples(rows: 37, count: 50, seed: 4))
    let ones = [Double](repeating: 1, count: 37)
    #expect(resamples.sums(of: ones) == [Double](repeating: 37, count: 50))
    #expect(Resamples(rows: 1, count: 2, seed: 0).sums(of: [5]) == [5, 5])
  }

  @Test func percentilesAreNumpysAndLeaveOutWhatIsNoNumber() {
    // numpy.quantile(numpy.arange(41), [.025, .975]) is [1, 39].
    let values = (0...40).map(Double.init)
    #expect(Interval.percentiles(of: values) == Interval(low: 1, high: 39))
    #expect(Interval.percentiles(of: values + [.nan]) == Interval(low: 1, high: 39))
    #expect(Interval.percentiles(of: [1, .nan]) == nil)
    #expect(Interval.percentiles(of: []) == nil)
  }
}
