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
  }
}
