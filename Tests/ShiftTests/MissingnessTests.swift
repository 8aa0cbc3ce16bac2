import Testing

@testable import Shift

@Suite struct MissingnessTests {
  @Test func fishersTestMatchesCountingAndScipy() throws {
    let rows: [[Double]] = try Fixture.read("missing")
    #expect(rows.count > 100)
    for row in rows {
      let numbers = row.prefix(4).map { Int($0) }
      let p = fisherTest((numbers[0], numbers[1]), (numbers[2], numbers[3]))
      #expect(isClose(p, row[4], relative: 1e-6), "\(row)")
    }
  }

  @Test func theOtherTailCounts() throws {
    let p = try #require(fisherTest((400_000, 1_000_000), (401_000, 1_000_000)))
    let mirrored = try #require(fisherTest((401_000, 1_000_000), (400_000, 1_000_000)))
    #expect(isClose(p, mirrored, relative: 1e-10))
    // scipy.stats.fisher_exact
    #expect(isClose(p, 0.14940598614540912, relative: 1e-9))
  }

  @Test func extremesHaveAnAnswer() {
    #expect(fisherTest((0, 0), (1, 5)) == nil)
    #expect(fisherTest((0, 7), (0, 5)) == 1)
    #expect(fisherTest((7, 7), (5, 5)) == 1)
    #expect(isClose(fisherTest((7, 7), (0, 5)), 1.0 / 792, relative: 1e-13))
    let all = 5_000_000
    #expect(fisherTest((all, all), (0, all)) == 0)
    #expect(isClose(fisherTest((1, all), (0, all)), 1, relative: 1e-13))
  }

  @Test func missingnessIsTestedApartFromTheValues() throws {
    let whole = (0..<60).map { Double($0) }
    let gaps = whole.enumerated().map { $0 % 3 == 0 ? .nan : $1 }
    let drift = adjustingForMultipleTests([
      .numericDrift(name: "x", reference: SortedSample(whole), current: SortedSample(gaps))
    ])[0]
    #expect(try #require(drift.missingP) < 1e-5)
    #expect(!drift.drifted && drift.missing == Paired(reference: 0, current: 1.0 / 3))
    #expect(drift.missingDrifted && drift.missingPAdjusted == drift.missingP)
    // sqrt(chi2 / n) of scipy.stats.chi2_contingency([[0, 60], [20, 40]], correction=False)
    #expect(isClose(drift.missingEffect, 0.4472135954999579, relative: 1e-12))
  }

  @Test func gapsHaveDriftedWhenChanceAndSmallnessAreRuledOut() {
    func drift(_ reference: Double, _ current: Double, p: Double?) -> FeatureDrift {
      FeatureDrift(
        name: "x", kind: .numeric, missing: Paired(reference: reference, current: current),
        missingP: p)
    }
    let adjusted = adjustingForMultipleTests([
      drift(0.1, 0.2, p: 0.01), drift(0.1, 0.2, p: 0.04), drift(0.1, 0.12, p: 1e-20),
      drift(0, 0, p: 1), drift(1, 1, p: 1), drift(0, 0.3, p: nil),
    ])
    // The third comes first. Where there can be no other shares p says nothing, and makes no other larger.
    #expect(adjusted.map(\.missingPAdjusted) == [0.015, 0.04, 3 * 1e-20, nil, nil, nil])
    #expect(adjusted.map(\.missingDrifted) == [true, true, false, false, false, false])
  }
}
