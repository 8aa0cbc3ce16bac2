import Testing

@testable import Shift

@Suite struct CramerVonMisesTests {
  struct Oracle: Decodable {
    struct Small: Decodable {
      var seed: UInt64
      var n: Int
      var m: Int
      var reference: String
      var current: String
      var cvm: [Double]
    }
    var small: [Small]
    var limit: [[Double]]
  }

  @Test func smallSamplesMatchScipyWithAndWithoutTies() throws {
    for oracle in try Fixture.read("cramer_von_mises", as: Oracle.self).small {
      let drift = FeatureDrift.numericDrift(
        name: "x",
        reference: SortedSample(
          Fixture.sample(seed: oracle.seed, count: oracle.n, shape: oracle.reference)),
        current: SortedSample(
          Fixture.sample(seed: oracle.seed + 1_000_003, count: oracle.m, shape: oracle.current)))
      let test = try #require(drift.cramerVonMises)
      #expect(isClose(test.statistic, oracle.cvm[0], relative: 1e-9, floor: 1e-13), "\(oracle)")
      #expect(isClose(test.p, oracle.cvm[1], relative: 1e-12), "\(oracle)")
    }
  }

  @Test func theLimitMatchesItsOtherSeries() throws {
    let rows = try Fixture.read("cramer_von_mises", as: Oracle.self).limit
    #expect(rows.count > 20)
    for row in rows {
      #expect(isClose(cramerVonMisesLimit(row[0]), row[1], relative: 1e-12), "\(row)")
    }
  }

  /// Half paths, put together, are all paths: their number, and their sums.
  @Test func halvesMatchWalkingEveryPath() {
    for (n, m) in [(2, 2), (2, 3), (3, 3), (1, 4), (4, 6), (5, 4), (7, 2)] {
      var sums: [Int] = []
      func walk(_ i: Int, _ j: Int, _ sum: Int) {
        let gap = i * m - j * n
        let sum = sum + gap * gap
        if i == n && j == m { return sums.append(sum) }
        if i < n { walk(i + 1, j, sum) }
        if j < m { walk(i, j + 1, sum) }
      }
      walk(0, 0, 0)
      for sum in Set(sums) {
        let expected = Double(sums.count { $0 >= sum }) / Double(sums.count)
        let tail = cramerVonMisesTail(n: n, m: m, rankDistance: Double(sum))
        #expect(isClose(tail, expected, relative: 1e-14), "\(n) \(m) \(sum)")
      }
    }
  }

  @Test func aSampleOfOneHasNoTest() {
    let drift = FeatureDrift.numericDrift(
      name: "x", reference: SortedSample([1]), current: SortedSample([1, 2, 3]))
    #expect(drift.cramerVonMises == nil && drift.ks != nil)
  }

  /// Values in turn: the usual formula takes the difference of two numbers near a thousand.
  @Test func largeSamplesKeepTheirDigits() throws {
    let n = 3000
    let even = SortedSample((0..<n).map { Double(2 * $0) })
    let odd = SortedSample((0..<n).map { Double(2 * $0 + 1) })
    let test = try #require(
      FeatureDrift.numericDrift(name: "x", reference: even, current: odd).cramerVonMises)
    // One gap of n after every second value.
    let expected = Double(n) * Double(n * n) / (Double(n * n) * Double(4 * n * n))
    #expect(isClose(test.statistic, expected, relative: 1e-13))
    #expect(test.p == 1)
  }
}
